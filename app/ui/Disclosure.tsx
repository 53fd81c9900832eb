import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/Icon.tsx'

/** More of something, on demand; fields inside are posted even while it is closed. */
export function Disclosure({
  summary,
  open,
  look = 'link',
  children,
}: {
  summary: string
  open?: boolean
  /** `button` where it stands among buttons and weighs as much. */
  look?: 'link' | 'button'
  children: ReactNode
}) {
  return (
    <details className={classNames('more', look === 'button' && 'more--button')} open={open}>
      <summary>
        {summary} <Icon name="chevron-down" />
      </summary>
      {children}
    </details>
  )
}
