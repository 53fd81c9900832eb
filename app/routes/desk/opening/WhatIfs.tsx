import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import type { WhatIfView } from './what-if-view.server.ts'

type Line = WhatIfView['best'][number]
type WhatIfsProps = { edits: WhatIfView; openingId: string; open: boolean }

/** What one change of the opening would bring: the best three first, the others behind one press. */
export function WhatIfs({ edits: { best, rest }, openingId, open }: WhatIfsProps) {
  const list = (lines: readonly Line[]) => (
    <ul className="plain-list stack">
      {lines.map((line) => (
        <li key={line.key} id={`e-${line.key}`} className="card">
          <EditLine line={line} openingId={openingId} open={open} />
        </li>
      ))}
    </ul>
  )
  return (
    <div className="stack">
      <p className="prose">{m.questions_tab_lead()}</p>
      {best.length > 0 ? (
        <section aria-labelledby="best-edits">
          <h2 id="best-edits">{m.questions_best()}</h2>
          {list(best)}
        </section>
      ) : (
        <EmptyState icon="people" title={m.questions_none_title()} text={m.questions_none()} />
      )}
      {rest.length > 0 ? (
        <Disclosure summary={m.questions_others()} open={rest.some(({ named }) => named) || undefined}>
          {list(rest)}
        </Disclosure>
      ) : null}
    </div>
  )
}

function EditLine({ line, openingId, open }: { line: Line; openingId: string; open: boolean }) {
  const { key, label, own, others, asked, named } = line
  const gain = own + others
  return (
    <>
      <div className="card-top">
        <div className="match-place">
          <h3 className="card-title">{label}</h3>
          <span>
            <strong>{gain > 0 ? m.questions_gain({ count: gain }) : m.questions_gain_none()}</strong>
            {gain > 0 ? <span className="muted"> · {m.questions_gain_parts({ own, others })}</span> : null}
          </span>
        </div>
        {open && gain > 0 ? (
          <ButtonLink
            to={`/lavoro/opportunita/${openingId}/domanda?ipotesi=${key}`}
            variant="secondary"
            size="sm"
          >
            {m.questions_ask()}
            <span className="visually-hidden">: {label}</span>
          </ButtonLink>
        ) : null}
      </div>
      {asked ? <p className="muted">{m.questions_asked_on({ date: asked.on, who: asked.by })}</p> : null}
      {own > 0 ? (
        <Link
          to={named ? `?tab=ipotesi#e-${key}` : `?tab=ipotesi&ipotesi=${key}#e-${key}`}
          preventScrollReset
          className="why-link"
          aria-expanded={named !== null}
        >
          {named ? m.questions_who_close() : m.questions_who()}
          <span className="visually-hidden">: {label}</span>
        </Link>
      ) : null}
      {named ? <WhoGetsIn named={named} /> : null}
    </>
  )
}

function WhoGetsIn({ named: { people, more } }: { named: NonNullable<Line['named']> }) {
  return (
    <div>
      <h4>{m.questions_who_title()}</h4>
      <ul className="code-list">
        {people.map(({ candidateId, code }) => (
          <li key={candidateId}>
            <Link to={`/lavoro/persone/${candidateId}`}>{code}</Link>
          </li>
        ))}
        {more > 0 ? <li className="muted">{m.questions_who_more({ count: more })}</li> : null}
      </ul>
    </div>
  )
}
