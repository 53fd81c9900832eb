import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/Icon.tsx'
import type { IconName } from '#app/ui/icon-paths.ts'

export type NoticeTone = 'ok' | 'info' | 'warn' | 'bad'

const ICONS: Record<NoticeTone, IconName> = { ok: 'check', info: 'info', warn: 'alert', bad: 'error' }

type NoticeProps = { tone: NoticeTone; title?: ReactNode; role?: 'status' | 'alert'; children?: ReactNode }

/** A message in a box: the base of `Flash` and `Banner`, and usable alone inside a page. */
export function Notice({ tone, title, role, children }: NoticeProps) {
  return (
    <div className={classNames('notice', `notice--${tone}`)} role={role}>
      <Icon name={ICONS[tone]} />
      <div>
        {title ? <strong>{title}</strong> : null}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  )
}
