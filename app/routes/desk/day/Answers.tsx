import { Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import type { DayView } from './day-view.server.ts'

/** What companies answered to one's proposals in the last days. */
export function Answers({ answers }: { answers: DayView['answers'] }) {
  if (answers.length === 0) return null
  return (
    <section className="card" aria-labelledby="risposte">
      <h2 className="card-title" id="risposte">
        {m.relationship_day_answers()}
      </h2>
      <ul className="plain-list stack mt-3">
        {answers.map(({ cardId, companyId, text, detail, welcomed }) => (
          <li key={cardId}>
            <Link to={`/lavoro/aziende/${companyId}`}>{text}</Link>
            <span className="muted small d-block">{detail}</span>
            {welcomed ? (
              <Link to={`/lavoro/proposte/${cardId}/inserimento`}>
                {m.relationship_day_record_placement()}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
