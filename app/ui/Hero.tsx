import type { ReactNode } from 'react'

type HeroProps = { title: ReactNode; lead?: ReactNode; actions?: ReactNode; aside?: ReactNode }

/** The first thing on a public page: its `h1`, one sentence, and what to do, on the network's deep green. */
export function Hero({ title, lead, actions, aside }: HeroProps) {
  return (
    <div className="hero">
      <div>
        <h1>{title}</h1>
        {lead ? <p className="hero-lead">{lead}</p> : null}
        {actions ? <div className="button-row">{actions}</div> : null}
      </div>
      {aside ? <div className="hero-aside">{aside}</div> : null}
    </div>
  )
}
