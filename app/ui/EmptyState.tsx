import type { ReactNode } from 'react'
import { Icon } from '#app/ui/Icon.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'

type EmptyStateProps = { title: string; text?: ReactNode; action?: ReactNode; icon?: IconName; level?: 2 | 3 }

/** Nothing here yet: says why, and what to do next. */
export function EmptyState({ title, text, action, icon = 'inbox', level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="empty-state">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {action ? <div className="button-row">{action}</div> : null}
    </div>
  )
}
