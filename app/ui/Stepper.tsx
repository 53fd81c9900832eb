import { m } from '#app/locales/generated/messages.js'

type StepperProps = {
  steps: readonly string[]
  /** Counted from 1. */
  current: number
}

const stateOf = (step: number, current: number) =>
  step < current ? 'done' : step === current ? 'current' : 'next'

/** Where one is in a form of several pages. On a phone the bar stays and the sentence above it tells the rest. */
export function Stepper({ steps, current }: StepperProps) {
  return (
    <div className="stepper">
      <p>{m.ui_step_of({ step: current, steps: steps.length, label: steps[current - 1] ?? '' })}</p>
      <ol>
        {steps.map((label, index) => (
          <li
            key={label}
            data-state={stateOf(index + 1, current)}
            aria-current={index + 1 === current ? 'step' : undefined}
          >
            <span className="stepper-label">{label}</span>
            {index + 1 < current ? <span className="visually-hidden"> {m.ui_step_done()}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
