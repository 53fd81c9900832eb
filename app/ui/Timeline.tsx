import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/Icon.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'

export type TimelineItem = {
  id: string
  /** For machines: ISO 8601. */
  dateTime: string
  /** For people, already in their language. */
  when: string
  title: ReactNode
  by?: string
  icon?: IconName
  tone?: 'brand' | 'accent' | 'bad' | 'neutral'
  body?: ReactNode
}

/** What happened, newest first as a rule; the order given is the order shown. */
export function Timeline({ items, level = 3 }: { items: readonly TimelineItem[]; level?: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <ol className="timeline">
      {items.map(({ id, dateTime, when, title, by, icon = 'clock', tone = 'brand', body }) => (
        <li key={id}>
          <span className={classNames('timeline-dot', tone !== 'brand' && `timeline-dot--${tone}`)}>
            <Icon name={icon} />
          </span>
          <Heading>{title}</Heading>
          <div className="timeline-when">
            <time dateTime={dateTime}>{when}</time>
            {by ? ` · ${by}` : null}
          </div>
          {body ? <div className="timeline-body">{body}</div> : null}
        </li>
      ))}
    </ol>
  )
}
