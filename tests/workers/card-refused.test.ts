import { describe, expect, test } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { loadProposal } from '#app/domain/proposals/load-proposal.server.ts'
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

describe('a card that is refused over the limit', () => {
  test('is told to every coordinator, once in thirty days, without a word of whose it is', async () => {
    const coordinators = [await aStaff('coordinator'), await aStaff('coordinator')]
    const { hr, lead, db } = scene
    const openingId = await anOpening({ companyId: hr.companyId })
    const elsewhere = await anOrganisation()
    for (let count = 0; count < 12; count++) {
      await aCandidate({ orgId: lead.orgId })
      await aCandidate({ orgId: elsewhere })
    }
    for (let count = 0; count < 5; count++) await aCard({ ...hr, openingId, proposedBy: lead.userId })
    const { orgId, candidateId } = await aCandidate({ orgId: lead.orgId })
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
    const look = async () => {
      const { preview } = await withActor(lead, (tx) => loadProposal(tx, { orgId, candidateId, openingId }))
      expect(preview.refusal).toBe('too_many_open_cards')
      await runAll()
    }
    await look()
    await look()
    const tasks = await told()
    expect(tasks.map(({ assigneeId }) => assigneeId).sort()).toEqual(
      coordinators.map(({ userId }) => userId).sort(),
    )
    expect(JSON.stringify(tasks)).not.toContain(candidateId)
    scene.at += 31 * DAY
    await look()
    expect(await told()).toHaveLength(4)
  })
})
