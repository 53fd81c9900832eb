import { and, count, desc, eq, inArray, like, or } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import type { OpeningKind } from '../matching/types.ts'
import type { Province } from '../places/areas.ts'
import { places } from '../places/places.server.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { ListedOpening } from './opening-view.ts'
import type { OpeningState } from './states.ts'

/** What the network's people see in the list: a draft is the company's own business until it is posted. */
export const listedStates = ['open', 'paused', 'closed'] as const satisfies readonly OpeningState[]

export type OpeningFilter = {
  state: (typeof listedStates)[number]
  kind: OpeningKind | null
  province: Province | null
  sector: string | null
  page: number
  perPage: number
}

/** ISTAT codes begin with the number of the province. */
const inProvince = (province: Province) => {
  const numbers = new Set(
    places.filter((place) => place.province === province).map(({ code }) => code.slice(0, 3)),
  )
  return or(...[...numbers].map((number) => like(openings.placeCode, `${number}%`)))
}

/** The network's openings, the newest first. For case managers. */
export async function listOpenings(
  tx: Tx,
  filter: OpeningFilter,
): Promise<{ openings: ListedOpening[]; total: number }> {
  authorise(tx, 'opening.match')
  const wanted = and(
    eq(openings.state, filter.state),
    filter.kind ? eq(openings.kind, filter.kind) : undefined,
    filter.province ? inProvince(filter.province) : undefined,
    filter.sector ? eq(companies.sector, filter.sector) : undefined,
  )
  const [counted] = await tx
    .select({ total: count() })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(wanted)
  const rows = await tx
    .select({
      opening: openings,
      name: companies.name,
      sector: companies.sector,
      verification: companies.verification,
    })
    .from(openings)
    .innerJoin(companies, eq(companies.id, openings.companyId))
    .where(wanted)
    .orderBy(desc(openings.postedAt), desc(openings.id))
    .limit(filter.perPage)
    .offset((filter.page - 1) * filter.perPage)
  const sent = await cardsSent(
    tx,
    rows.map(({ opening }) => opening.id),
  )
  return {
    total: counted?.total ?? 0,
    openings: rows.map(({ opening, name, sector, verification }) => ({
      id: opening.id,
      title: opening.title,
      kind: opening.kind,
      professionCode: opening.professionCode,
      placeCode: opening.placeCode,
      places: opening.places,
      companyName: name,
      companyVerification: verification,
      sector,
      state: opening.state,
      postedAt: opening.postedAt?.toISOString() ?? null,
      startLatest: opening.startLatest,
      cardsSent: sent.get(opening.id) ?? 0,
    })),
  }
}

/** How many cards were sent for each opening, by anybody of the network. */
async function cardsSent(tx: Tx, ids: OpeningId[]): Promise<Map<OpeningId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: cards.openingId, sent: count() })
    .from(cards)
    .where(inArray(cards.openingId, ids))
    .groupBy(cards.openingId)
  return new Map(rows.map(({ id, sent }) => [id, sent]))
}
