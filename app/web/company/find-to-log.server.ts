import { companiesAtHand, heardLately } from '#app/domain/companies/companies-at-hand.server.ts'
import { findCompanies } from '#app/domain/companies/find-companies.server.ts'
import { placeByCode } from '#app/domain/places/places.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { FoundCompany } from '#app/ui/company/FindToLog.tsx'
import type { Call } from '../define.server.ts'
import { formatRelativeDay } from '../format.ts'
import { text } from '../text.server.ts'

/** The companies whose name was typed, or those that are at hand before anything is; each with who was just in touch. */
export async function findToLog({ tx, url }: Call & { tx: Tx }, base: string) {
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const rows = query ? await findCompanies(tx, query) : await companiesAtHand(tx)
  const heard = await heardLately(
    tx,
    rows.map(({ id }) => id),
  )
  const found = rows.map(({ id, name, placeCode }): FoundCompany => {
    const last = heard.get(id)
    return {
      to: `${base}/aziende/${id}/contatto`,
      name,
      place: placeByCode(placeCode)?.name ?? '',
      heard: last ? text('day_heard_by', { who: last.by, when: formatRelativeDay(last.at, now()) }) : null,
    }
  })
  return { query, found }
}
