import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS, type Actor, type LinkActor } from '#app/domain/shared/actor.ts'
import type { CandidateId, CardId, OrganisationId, ProposalId, UserId } from '#app/domain/shared/ids.ts'
import { forPurpose, withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidateExclusions, candidateKeys, candidates, consents, profiles } from '#db/schema/candidates.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { erasures } from '#db/schema/erasures.ts'
import { candidateFiles } from '#db/schema/files.ts'
import { openings, openingShifts, openingSkills } from '#db/schema/openings.ts'
import { matchReviews } from '#db/schema/match-reviews.ts'
import { matchProfiles } from '#db/schema/matching.ts'
import { cardAttributes, cards, disclosures, placements, proposals } from '#db/schema/proposals.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { standingMatches } from '#db/schema/standing.ts'
import { candidateQuestions, candidateRequests, candidateVisits } from '#db/schema/visits.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { ownPagesRows, stageRows } from '#tests/support/factories/person-rows.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

/** Tables about persons: one row of organisation A in each. */
const ofPersons = {
  candidates,
  candidate_keys: candidateKeys,
  profiles,
  candidate_exclusions: candidateExclusions,
  candidate_files: candidateFiles,
  match_profiles: matchProfiles,
  consents,
  proposals,
  disclosures,
  placements,
  meetings,
  contract_links: contractLinks,
  erasures,
  standing_matches: standingMatches,
  match_reviews: matchReviews,
  candidate_visits: candidateVisits,
  candidate_questions: candidateQuestions,
  candidate_requests: candidateRequests,
}
type PersonTable = keyof typeof ofPersons
const personTables = Object.keys(ofPersons) as PersonTable[]

let orgA: OrganisationId
let actors: Record<string, Actor>

const counted = (tx: Tx, table: PersonTable): Promise<number> => tx.$count(ofPersons[table])

const NO_GRANT = '42501'
const isRefused = (error: unknown): boolean =>
  error instanceof Error && (error.cause as { code?: string } | undefined)?.code === NO_GRANT

/** What somebody gets of a table: the companies' side is refused the table itself, everybody else gets its rows. */
const seenBy = (actor: Actor, work: (tx: Tx) => Promise<number>): Promise<number | 'no grant'> =>
  withActor(actor, work).catch((error: unknown) => {
    if (isRefused(error)) return 'no grant' as const
    throw error
  })
const nothingFor = (actor: Actor) => (actor.kind === 'hr' || actor.kind === 'link' ? 'no grant' : 0)

beforeAll(async () => {
  const hr = await anHrContact()
  const openingId = await anOpening({ companyId: hr.companyId })
  const person = await aCandidate()
  const cardId = newId<CardId>()
  const { companyId } = hr
  const { orgId, candidateId } = person
  const at = now()
  orgA = orgId
  await db.asSystem(async (tx) => {
    await tx
      .insert(candidateExclusions)
      .values({ orgId, candidateId, kind: 'town', value: '001156', createdAt: at })
    const file = {
      type: 'pdf' as const,
      content: Buffer.alloc(40),
      size: 1,
      addedBy: newId<UserId>(),
      addedAt: at,
    }
    await tx.insert(candidateFiles).values({ orgId, candidateId, id: newId(), ...file })
    await tx
      .insert(cards)
      .values({ id: cardId, openingId, companyId, contactId: hr.contactId, week: '2026-03-02', sentAt: at })
    const proposed = { id: newId<ProposalId>(), proposedBy: newId<UserId>(), at }
    await tx.insert(proposals).values({ orgId, candidateId, openingId, companyId, cardId, ...proposed })
    const shown = { attribute: 'italian', value: 'basic' }
    await tx.insert(cardAttributes).values({ cardId, ...shown })
    await tx
      .insert(matchReviews)
      .values({ orgId, openingId, candidateId, seenBy: newId<UserId>(), seenAt: at })
    await tx.insert(disclosures).values({ orgId, candidateId, cardId, ...shown, k: 5, at })
    await tx.insert(standingMatches).values({ orgId, candidateId, openingId, hundredths: 5_000, since: at })
    await ownPagesRows(tx, { orgId, candidateId, openingId })
    await stageRows(tx, { orgId, candidateId, cardId, companyId })
    const began = { id: newId<string>(), startsOn: '2026-03-02', createdAt: at, state: 'active' as const }
    await tx.insert(placements).values({ orgId, candidateId, companyId, ...began, kind: 'job' })
  })
  const link: LinkActor = { kind: 'link', cardId, companyId, contactId: hr.contactId }
  actors = {
    'a neighbour on her own pages': {
      ...{ kind: 'candidate', visitId: newId<string>(), orgId, candidateId: newId<CandidateId>() },
    },
    'a case manager of another organisation': await aStaff('case_manager'),
    'a coordinator, even of the same organisation': await aStaff('coordinator', orgId),
    'an administrator, even of the same organisation': await aStaff('admin', orgId),
    'the HR contact to whom the card went': hr,
    'the holder of the card’s link': link,
    'somebody not signed in': ANONYMOUS,
  }
}, 60_000)

describe('the holder of a card’s link', () => {
  const ofCompany = { companies, contacts, openings, openingSkills, openingShifts }
  const tables = Object.entries(ofCompany)

  test('reads what the card is about, and can neither change nor delete it', async () => {
    const link = actors['the holder of the card’s link'] as LinkActor
    for (const [name, table] of tables.slice(0, 3))
      expect([name, await withActor(link, (tx) => tx.$count(table))]).toEqual([name, 1])
    const seen = () => db.asSystem((tx) => Promise.all(tables.map(([, table]) => tx.$count(table))))
    const before = await seen()
    for (const name of ['contacts', 'openings', 'opening_skills', 'opening_shifts']) {
      const deleted = await withActor(link, (tx) =>
        tx.execute(sql`delete from ${sql.identifier(name)} returning 1`),
      )
      expect([name, deleted.length]).toEqual([name, 0])
    }
    for (const name of ['companies', 'contacts', 'openings']) {
      const changed = await withActor(link, (tx) =>
        tx.execute(sql`update ${sql.identifier(name)} set created_at = created_at returning 1`),
      )
      expect([name, changed.length]).toEqual([name, 0])
    }
    expect(await seen()).toEqual(before)
  })

  test('reads nothing of what the card showed once it is over', async () => {
    const link = actors['the holder of the card’s link'] as LinkActor
    const shown = () => withActor(link, (tx) => tx.$count(cardAttributes))
    expect(await shown()).toBe(1)
    for (const state of ['withdrawn', 'expired', 'sent'] as const) {
      await db.asSystem((tx) => tx.update(cards).set({ state }).where(eq(cards.id, link.cardId)))
      expect([state, await shown()]).toEqual([state, state === 'sent' ? 1 : 0])
    }
  })
})

describe('the people of an organisation', () => {
  test('are seen by its own case managers, a row in each table', async () => {
    const own = await aStaff('case_manager', orgA)
    for (const table of personTables) {
      expect([table, await withActor(own, (tx) => counted(tx, table))]).toEqual([table, 1])
    }
    expect(await withActor(own, (tx) => tx.$count(cardAttributes))).toBe(1)
  })

  test('are hidden from everybody else', async () => {
    for (const [who, actor] of Object.entries(actors)) {
      for (const table of personTables) {
        const seen = await seenBy(actor, (tx) => counted(tx, table))
        expect([who, table, seen]).toEqual([who, table, nothingFor(actor)])
      }
    }
  })

  test('matching opens profiles and what to avoid to case managers, and nothing else to anybody', async () => {
    for (const [who, actor] of Object.entries(actors)) {
      const mayMatch = actor.kind === 'staff' && actor.role === 'case_manager'
      for (const table of personTables) {
        const seen = await seenBy(actor, (tx) => forPurpose(tx, 'matching', () => counted(tx, table)))
        const opened = mayMatch && ['profiles', 'candidate_exclusions', 'match_profiles'].includes(table)
        expect([who, table, seen]).toEqual([who, table, opened ? 1 : nothingFor(actor)])
      }
    }
  })

  test('the purpose ends with the work', async () => {
    const other = await aStaff('case_manager')
    const after = await withActor(other, async (tx) => {
      await forPurpose(tx, 'matching', () => counted(tx, 'profiles'))
      return counted(tx, 'profiles')
    })
    expect(after).toBe(0)
  })

  test('are changed by nobody else, not even while matching', async () => {
    const ofA = eq(profiles.orgId, orgA)
    const avoidedByA = eq(candidateExclusions.orgId, orgA)
    for (const actor of Object.values(actors)) {
      const changed = await withActor(actor, (tx) =>
        forPurpose(tx, 'matching', async () => [
          await tx.update(profiles).set({ maxKm: 1 }).where(ofA).returning({ id: profiles.candidateId }),
          await tx.delete(profiles).where(ofA).returning({ id: profiles.candidateId }),
          await tx
            .update(candidateExclusions)
            .set({ value: 'x' })
            .where(avoidedByA)
            .returning({ kind: candidateExclusions.kind }),
          await tx
            .delete(candidateExclusions)
            .where(avoidedByA)
            .returning({ kind: candidateExclusions.kind }),
          await tx
            .update(candidates)
            .set({ version: 9 })
            .where(eq(candidates.orgId, orgA))
            .returning({ id: candidates.id }),
          await tx
            .update(matchProfiles)
            .set({ maxKm: 1 })
            .where(eq(matchProfiles.orgId, orgA))
            .returning({ id: matchProfiles.candidateId }),
          await tx
            .delete(matchProfiles)
            .where(eq(matchProfiles.orgId, orgA))
            .returning({ id: matchProfiles.candidateId }),
        ]),
      ).catch((error: unknown) => {
        if (isRefused(error) && nothingFor(actor) !== 0) return []
        throw error
      })
      expect(changed.flat()).toEqual([])
    }
    expect(await db.asSystem((tx) => tx.$count(profiles, and(ofA, eq(profiles.maxKm, 1))))).toBe(0)
  })

  test('are added by nobody else', async () => {
    const [profile] = await db.asSystem((tx) => tx.select().from(profiles).where(eq(profiles.orgId, orgA)))
    if (!profile) throw new Error('no profile of A')
    for (const actor of Object.values(actors)) {
      const added = withActor(actor, (tx) =>
        forPurpose(tx, 'matching', async () => {
          await tx.insert(candidateExclusions).values({
            orgId: orgA,
            candidateId: profile.candidateId,
            kind: 'town',
            value: '001272',
            createdAt: now(),
          })
        }),
      )
      await expect(added).rejects.toThrow()
    }
  })

  test('what a card shows is seen by its company and by who proposed, not by other staff', async () => {
    const seen = async (actor: Actor) => withActor(actor, (tx) => tx.$count(cardAttributes))
    const {
      'the HR contact to whom the card went': hr,
      'the holder of the card’s link': link,
      ...others
    } = actors
    expect([hr && (await seen(hr)), link && (await seen(link))]).toEqual([1, 1])
    expect(await Promise.all(Object.values(others).map(seen))).toEqual([0, 0, 0, 0, 0])
    expect(await seen(await anHrContact(await aCompany()))).toBe(0)
  })
})
