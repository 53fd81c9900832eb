import { m } from '#app/locales/generated/messages.js'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/Icon.tsx'

export type Rung = { key: string; label: string; note?: string }

type LadderProps = {
  stages: readonly Rung[]
  current: string
  /** Side by side where they fit; one below the other otherwise. */
  across?: boolean
  label: string
}

/** The stages of a relationship, lowest first, and where it stands. */
export function Ladder({ stages, current, across, label }: LadderProps) {
  const at = stages.findIndex((stage) => stage.key === current)
  return (
    <div className="ladder-box">
      <ol className={classNames('ladder', across && 'ladder--across')} aria-label={label}>
        {stages.map(({ key, label: name, note }, index) => (
          <li
            key={key}
            data-state={index < at ? 'done' : index === at ? 'current' : 'next'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className="rung">{index < at ? <Icon name="check" /> : null}</span>
            <span>
              {name}
              {index < at ? <span className="visually-hidden"> {m.ui_step_done()}</span> : null}
              {note ? <span className="ladder-note"> {note}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
