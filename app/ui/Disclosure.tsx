import type { ReactNode } from 'react'
import { Icon } from '#app/ui/Icon.tsx'

/** More of something, on demand; fields inside are posted even while it is closed. */
export function Disclosure({
  summary,
  open,
  children,
}: {
  summary: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="more" open={open}>
      <summary>
        {summary} <Icon name="chevron-down" />
      </summary>
      {children}
    </details>
  )
}
