import { describe, expect, test } from 'vitest'
import { CANDIDATES_PAGE, listCandidates } from '#app/domain/candidates/list-candidates.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { blindIndex } from '#app/platform/crypto.server.ts'
import type { CardId, ContactId, ProposalId, UserId } from '#app/domain/shared/ids.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const surname = (name: string) => ({ surnameIndex: blindIndex('candidates.last_name', name) })

async function proposed(person: CandidateRef, day: string, card: Partial<typeof cards.$inferInsert>) {
  const companyId = await aCompany()
  const openingId = await anOpening({ companyId })
  const [cardId, at] = [newId<CardId>(), new Date(day)]
  await db.asSystem(async (tx) => {
    await tx.insert(cards).values({
      id: cardId,
      openingId,
      companyId,
      contactId: newId<ContactId>(),
      week: day,
      sentAt: at,
      ...card,
    })
    const { orgId, candidateId } = person
    await tx.insert(proposals).values({
      ...{ orgId, id: newId<ProposalId>(), candidateId, openingId, companyId, cardId },
      ...{ proposedBy: newId<UserId>(), at },
    })
  })
}

describe('the list of people', () => {
  test('holds one’s own, the longest waiting first, with the last proposal, and not a name', async () => {
    const actor = await aStaff('case_manager')
    const young = await aCandidate({ orgId: actor.orgId, profile: { waitingSince: '2026-08-01' } })
    const old = await aCandidate({
      orgId: actor.orgId,
      lastName: 'Segreta',
      profile: { waitingSince: '2026-02-01' },
    })
    await aCandidate()
    await proposed(old, '2026-05-01', { state: 'expired' })
    await proposed(old, '2026-06-01', { state: 'answered', answer: 'interested' })
    const { people, total } = await withActor(actor, (tx) => listCandidates(tx, actor.orgId, {}, 1))
    expect([people.map(({ code }) => code), total]).toEqual([[old.code, young.code], 2])
    expect(people[0]?.lastProposal).toEqual({
      ...{ state: 'answered', answer: 'interested', at: new Date('2026-06-01') },
    })
    expect(people[1]?.lastProposal).toBeNull()
    expect(JSON.stringify(people)).not.toContain('Segreta')
  })

  test('is searched by the beginning of a code and by the exact surname', async () => {
    const actor = await aStaff('case_manager')
    const osei = await aCandidate({ orgId: actor.orgId, lastName: 'Osei' })
    await aCandidate({ orgId: actor.orgId, lastName: 'Oseitutu' })
    await aCandidate({ lastName: 'Osei' })
    const search = async (by: Parameters<typeof listCandidates>[2]) => {
      const { people } = await withActor(actor, (tx) => listCandidates(tx, actor.orgId, by, 1))
      return people.map(({ code }) => code)
    }
    expect(await search(surname(' OSEI'))).toEqual([osei.code])
    expect(await search(surname('Ose'))).toEqual([])
    expect(await search({ codePrefix: osei.code })).toEqual([osei.code])
    expect(await search({ codePrefix: 'OLMO', ...surname('osei') })).toEqual([osei.code])
    expect(await search({ codePrefix: 'QUERCIA' })).toHaveLength(2)
  })

  test('comes in pages that follow on one another', async () => {
    const actor = await aStaff('case_manager')
    for (let n = 0; n < CANDIDATES_PAGE + 2; n++) await aCandidate({ orgId: actor.orgId })
    const pages = await withActor(actor, async (tx) => [
      await listCandidates(tx, actor.orgId, {}, 1),
      await listCandidates(tx, actor.orgId, {}, 2),
    ])
    expect(pages.map(({ people }) => people.length)).toEqual([CANDIDATES_PAGE, 2])
    expect(new Set(pages.flatMap(({ people }) => people.map(({ code }) => code))).size).toBe(
      CANDIDATES_PAGE + 2,
    )
  })

  test('is nobody else’s', async () => {
    const { orgId } = await aCandidate()
    for (const actor of [await aStaff('case_manager'), await aStaff('coordinator', orgId)]) {
      await expect(withActor(actor, (tx) => listCandidates(tx, orgId, {}, 1))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })
})
