import type { ReactNode } from 'react'

type PageHeaderProps = { title: ReactNode; eyebrow?: ReactNode; lead?: ReactNode; actions?: ReactNode }

/** The page's only `h1`, what it is about in one sentence, and what can be done here. */
export function PageHeader({ title, eyebrow, lead, actions }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div>
        {eyebrow ? <p className="page-eyebrow">{eyebrow}</p> : null}
        <h1>{title}</h1>
        {lead ? <p className="page-lead">{lead}</p> : null}
      </div>
      {actions ? <div className="button-row no-print">{actions}</div> : null}
    </div>
  )
}
