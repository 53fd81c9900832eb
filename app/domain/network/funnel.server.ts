import { and, countDistinct, eq, lt, or, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { placements } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal, localDate, type IsoDate } from '../calendar/rome.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { suppressAll, type Suppressed } from './suppress.ts'

/** From a first meeting to a contract: how many persons of the whole network got how far, by the day `asOf`. */
export type Funnel = { asOf: IsoDate; takenOn: Suppressed; internships: Suppressed; contracts: Suppressed }

/**
 * The network's funnel, for coordinators, who may read no row about a person. The rows are counted as our own process
 * and the counts suppressed before they leave this function. They stand as they were when the month began: figures that
 * moved every day would tell one person by their difference.
 */
export async function readFunnel(tx: Tx): Promise<Funnel> {
  authorise(tx, 'network.read')
  const asOf = `${localDate(now()).slice(0, 7)}-01`
  await audit(tx, { action: 'network.funnel_read', subjectType: 'network' })
  return { asOf, ...suppressAll(await asOurselves(tx, () => countPersons(tx, asOf))) }
}

async function countPersons(tx: Tx, asOf: IsoDate) {
  const [people] = await tx
    .select({ total: countDistinct(candidates.id) })
    .from(candidates)
    .where(lt(candidates.takenOnAt, atLocal(asOf, '00:00')))
  const begun = lt(placements.startsOn, asOf)
  const internship = and(eq(placements.kind, 'internship'), begun)
  // An internship that became a hire did so when it ended.
  const hired = and(eq(placements.becameHire, true), lt(placements.endsOn, asOf))
  const contract = or(and(eq(placements.kind, 'job'), begun), hired)
  const [counted] = await tx
    .select({
      internships: sql<number>`count(distinct ${placements.candidateId}) filter (where ${internship})::int`,
      contracts: sql<number>`count(distinct ${placements.candidateId}) filter (where ${contract})::int`,
    })
    .from(placements)
  return {
    takenOn: people?.total ?? 0,
    internships: counted?.internships ?? 0,
    contracts: counted?.contracts ?? 0,
  }
}
