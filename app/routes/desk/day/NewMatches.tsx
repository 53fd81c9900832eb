import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { TabLinks } from '#app/ui/TabLinks.tsx'
import type { DayView } from './day-view.server.ts'

/** Matches that came since she last looked: openings with the people they admit, the best first. */
export function NewMatches({ news, formKey }: { news: DayView['news']; formKey: string }) {
  const { openings, total, unshown, until, whose } = news
  return (
    <section className="card" aria-labelledby="nuovi-abbinamenti">
      <h2 className="card-title" id="nuovi-abbinamenti">
        {total === 0 ? m.desk_news_title() : m.desk_news_title_count({ count: total })}
      </h2>
      <TabLinks
        label={m.desk_news_whose()}
        current={whose}
        tabs={[
          { key: 'mine', to: '/lavoro#nuovi-abbinamenti', label: m.desk_news_mine() },
          {
            key: 'organisation',
            to: '/lavoro?abbinamenti=ente#nuovi-abbinamenti',
            label: m.desk_news_organisation(),
          },
        ]}
      />
      {total === 0 ? (
        <p className="muted">{whose === 'mine' ? m.desk_news_none() : m.desk_news_none_organisation()}</p>
      ) : (
        <>
          <ul className="plain-list stack mt-3">
            {openings.map(({ openingId, title, company, people, more }) => (
              <li key={openingId}>
                <Link to={`/lavoro/opportunita/${openingId}`}>{title}</Link>{' '}
                <span className="muted small">{company}</span>
                <div>
                  {people.map(({ candidateId, code }, at) => (
                    <span key={candidateId}>
                      {at > 0 ? ', ' : ''}
                      <Link to={`/lavoro/opportunita/${openingId}/proposta/${candidateId}`}>{code}</Link>
                    </span>
                  ))}
                  {more > 0 ? (
                    <span className="muted"> {m.desk_news_more_people({ count: more })}</span>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
          {unshown > 0 ? <p className="muted mt-3">{m.desk_news_unshown({ count: unshown })}</p> : null}
          <Form method="post" className="mt-3">
            <IdempotencyKey value={`${formKey}-s`} />
            <input type="hidden" name="until" value={until} />
            <Button size="sm" variant="secondary" name="intent" value="seen" icon="check">
              {m.desk_news_seen()}
            </Button>
          </Form>
        </>
      )}
    </section>
  )
}
