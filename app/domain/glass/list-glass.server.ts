import { and, desc, eq, gt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { glassBreaks } from '#db/schema/glass.ts'
import { authorise } from '../access/authorise.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DAY } from '../shared/durations.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { glassState, mayDecide, type GlassReason, type GlassState } from './glass-rules.ts'

export type GlassLine = {
  id: string
  code: string
  organisation: string
  reason: GlassReason
  askedBy: string | null
  askedAt: Date
  decidedBy: string | null
  endsAt: Date | null
  state: GlassState
  /** The reader asked, or may decide. */
  mine: boolean
  toDecide: boolean
}

/** What is listed: a quarter of a year is what anybody still asks about. */
const LISTED = 90 * DAY
const deciders = alias(users, 'deciders')

const rowsSince = (tx: Tx) =>
  tx
    .select({
      glass: glassBreaks,
      organisation: organisations.name,
      askedBy: users.name,
      decidedBy: deciders.name,
    })
    .from(glassBreaks)
    .innerJoin(organisations, eq(organisations.id, glassBreaks.orgId))
    .leftJoin(users, eq(users.id, glassBreaks.askedBy))
    .leftJoin(deciders, eq(deciders.id, glassBreaks.decidedBy))

/** The requests of the last months, the latest first, for whoever may ask or decide. */
export async function listGlass(tx: Tx): Promise<GlassLine[]> {
  authorise(tx, 'glass.decide')
  const [me, at] = [userIdOf(tx.actor) ?? '', now()]
  const rows = await rowsSince(tx)
    .where(gt(glassBreaks.askedAt, new Date(+at - LISTED)))
    .orderBy(desc(glassBreaks.askedAt))
    .limit(100)
  return rows.map(({ glass, organisation, askedBy, decidedBy }) => ({
    ...{ id: glass.id, code: glass.code, organisation, reason: glass.reason, askedBy },
    ...{ askedAt: glass.askedAt, decidedBy, endsAt: glass.endsAt, state: glassState(glass, at) },
    ...{ mine: glass.askedBy === me, toDecide: mayDecide(glass, me, at) },
  }))
}

export type GlassOfPerson = {
  id: string
  askedBy: string | null
  reason: GlassReason
  endsAt: Date
  open: boolean
}

/** Who was allowed to read a person's file in the last months, for the case managers of her organisation. */
export async function glassOfPerson(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<GlassOfPerson[]> {
  authorise(tx, 'candidate.read', { orgId })
  const at = now()
  const rows = await rowsSince(tx)
    .where(
      and(
        ...[eq(glassBreaks.orgId, orgId), eq(glassBreaks.candidateId, candidateId)],
        ...[eq(glassBreaks.decision, 'approved'), gt(glassBreaks.askedAt, new Date(+at - LISTED))],
      ),
    )
    .orderBy(desc(glassBreaks.askedAt))
  return rows.flatMap(({ glass: { id, reason, endsAt }, askedBy }) =>
    endsAt ? [{ id, reason, askedBy, endsAt, open: endsAt > at }] : [],
  )
}
