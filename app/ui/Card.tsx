import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'

type CardProps = {
  title?: ReactNode
  /** 2 under the page's title, 3 inside a section that has its own heading. */
  level?: 2 | 3
  /** Where the title leads; the whole card then follows it. */
  to?: string
  eyebrow?: ReactNode
  /** Beside the title: tags, a score. */
  aside?: ReactNode
  actions?: ReactNode
  tone?: 'plain' | 'quiet' | 'accent'
  as?: 'article' | 'section' | 'div' | 'li'
  className?: string
  children?: ReactNode
}

/** A bordered surface for one thing. In a grid: `<ul className="card-grid">` with `as="li"`. */
export function Card(props: CardProps) {
  const { title, level = 2, to, eyebrow, aside, actions, tone = 'plain', as: Element = 'article' } = props
  const Heading = level === 2 ? 'h2' : 'h3'
  const className = classNames(
    'card',
    tone !== 'plain' && `card--${tone}`,
    to && 'card--linked',
    props.className,
  )
  return (
    <Element className={className}>
      {title || aside ? (
        <div className="card-top">
          <div>
            {eyebrow ? <p className="card-eyebrow">{eyebrow}</p> : null}
            {title ? (
              <Heading className="card-title">{to ? <Link to={to}>{title}</Link> : title}</Heading>
            ) : null}
          </div>
          {aside}
        </div>
      ) : null}
      {props.children}
      {actions ? <div className="card-actions">{actions}</div> : null}
    </Element>
  )
}
