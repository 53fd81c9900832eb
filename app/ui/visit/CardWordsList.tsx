import { Fragment } from 'react'
import type { CardWords } from '#app/domain/visits/card-words.ts'

/** What a card says, line by line. What has no word in her language stands in Italian, and says so to a reader aloud. */
export function CardWordsList({ card }: { card: readonly CardWords[] }) {
  return (
    <dl className="visit-card">
      {card.map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {values.map(({ text, italian }, at) => (
              <Fragment key={text}>
                {at > 0 ? <br /> : null}
                {italian ? <bdi lang="it">{text}</bdi> : text}
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
