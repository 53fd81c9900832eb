import { describe, expect, test } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { loadProposal } from '#app/domain/proposals/load-proposal.server.ts'
import { companyNotices } from '#app/domain/watch/company-notices.server.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { runAll } from './run-all.ts'
import { useScene } from './scene.ts'

const scene = useScene()

const MOST_IN_THIRTY_DAYS = 10

/** Enough people alike of two organisations for any card, and one of the lead's own to put forward. */
async function aPool() {
  const elsewhere = await anOrganisation()
  for (let count = 0; count < 12; count++) {
    await aCandidate({ orgId: scene.lead.orgId })
    await aCandidate({ orgId: elsewhere })
  }
  return aCandidate({ orgId: scene.lead.orgId })
}

const refusalOf = async (who: Awaited<ReturnType<typeof aPool>>, openingId: OpeningId) => {
  const { orgId, candidateId } = who
  const { preview } = await withActor(scene.lead, (tx) => loadProposal(tx, { orgId, candidateId, openingId }))
  await runAll()
  return preview.refusal
}

describe('a card that is refused over the limit', () => {
  test('is told to every coordinator, once in thirty days, without a word of whose it is', async () => {
    const coordinators = [await aStaff('coordinator'), await aStaff('coordinator')]
    const { hr, lead, db } = scene
    const openingId = await anOpening({ companyId: hr.companyId })
    const person = await aPool()
    for (let count = 0; count < 5; count++) await aCard({ ...hr, openingId, proposedBy: lead.userId })
    const told = () =>
      db.asSystem((tx) =>
        tx
          .select()
          .from(followUps)
          .where(
            and(
              eq(followUps.companyId, hr.companyId),
              eq(followUps.template, 'follow_ups_task_card_over_limit'),
            ),
          ),
      )
    const look = async () => expect(await refusalOf(person, openingId)).toBe('too_many_open_cards')
    await look()
    await look()
    const tasks = await told()
    expect(tasks.map(({ assigneeId }) => assigneeId).sort()).toEqual(
      coordinators.map(({ userId }) => userId).sort(),
    )
    expect(JSON.stringify(tasks)).not.toContain(person.candidateId)
    scene.at += 31 * DAY
    await look()
    expect(await told()).toHaveLength(4)
  })

  test('counts what left to a company in thirty days, answered or not, over all of its openings', async () => {
    const { hr, lead } = scene
    const person = await aPool()
    const sentAt = new Date(scene.at)
    for (let count = 0; count < MOST_IN_THIRTY_DAYS; count++) {
      const openingId = await anOpening({ companyId: hr.companyId })
      await aCard({ ...hr, openingId, proposedBy: lead.userId, card: { state: 'answered', sentAt } })
    }
    const openingId = await anOpening({ companyId: hr.companyId })
    expect(await refusalOf(person, openingId)).toBe('too_many_cards')
    scene.at += 29 * DAY
    expect(await refusalOf(person, openingId)).toBe('too_many_cards')
    scene.at += 2 * DAY
    expect(await refusalOf(person, openingId)).toBeNull()
  })
})

describe('the page of notices', () => {
  test('has each company once for each thing that was stopped, until a coordinator has seen to it', async () => {
    const first = await aStaff('coordinator')
    const second = await aStaff('coordinator')
    const { hr, lead, db } = scene
    await aPool()
    const alone = await aCandidate({ orgId: lead.orgId, profile: { professionCode: 'isco-7212-welder' } })
    const openingId = await anOpening({ companyId: hr.companyId })
    expect(await refusalOf(alone, openingId)).toBe('too_few_alike')
    for (let count = 0; count < 5; count++) await aCard({ ...hr, openingId, proposedBy: lead.userId })
    expect(await refusalOf(await aPool(), openingId)).toBe('too_many_open_cards')
    const read = () => withActor(second, companyNotices)
    const notices = await read()
    expect(notices.map(({ kind, settled }) => [kind, settled]).toSorted()).toEqual([
      ['card_over_limit', false],
      ['card_too_telling', false],
    ])
    expect(notices.every(({ companyId }) => companyId === hr.companyId)).toBe(true)
    expect(JSON.stringify(notices)).not.toContain(alone.candidateId)
    const hers = and(eq(followUps.assigneeId, first.userId), eq(followUps.ruleKey, 'card_too_telling'))
    await db.asSystem((tx) => tx.update(followUps).set({ state: 'done' }).where(hers))
    expect((await read()).find(({ kind }) => kind === 'card_too_telling')?.settled).toBe(true)
    for (const actor of [lead, hr])
      await expect(withActor(actor, companyNotices)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
