import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { now } from '#app/platform/clock.server.ts'
import { addDays, localDate } from '#app/domain/calendar/rome.ts'
import { audit } from '#app/domain/audit/record.server.ts'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { loadProposal } from '#app/domain/proposals/load-proposal.server.ts'
import { recordPlacement } from '#app/domain/placements/record-placement.server.ts'
import { system, type StaffActor } from '#app/domain/shared/actor.ts'
import { isCollision } from '#app/domain/shared/collision.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aCompany, anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { answerOpening, proposeIn } from '#tests/support/propose.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const alike = { professionCode: 'isco-9412-kitchen-helper', slots: ['morning'], licences: [], province: 'TO' }

let anna: StaffActor
beforeAll(async () => {
  anna = await aStaff()
  const elsewhere = await anOrganisation()
  for (let count = 0; count < 12; count++) {
    await aCandidate({ orgId: anna.orgId, profile: alike })
    await aCandidate({ orgId: elsewhere, profile: alike })
  }
})

/** Transactions that have all done their first half before any begins its second. */
function meeting(parties: number) {
  let arrived = 0
  let open: () => void = () => undefined
  const all = new Promise<void>((resolve) => (open = resolve))
  return async () => {
    arrived += 1
    if (arrived >= parties) open()
    await all
  }
}

const outcomes = async (works: Promise<unknown>[]) =>
  (await Promise.allSettled(works)).map((result) =>
    result.status === 'fulfilled' ? 'done' : (result.reason as unknown),
  )

describe('one order of locks', () => {
  test('lets somebody look at a proposal while another is sent, however they interleave', async () => {
    const { companyId } = await anHrContact()
    const openingId = await anOpening({ companyId })
    const [one, other] = [
      await aCandidate({ orgId: anna.orgId, profile: alike }),
      await aCandidate({ orgId: anna.orgId, profile: alike }),
    ]
    await withActor(anna, (tx) => answerOpening(tx, one, openingId))
    const meet = meeting(2)
    const look = withActor(anna, async (tx) => {
      await audit(tx, { action: 'candidate.read', subjectType: 'candidate', subjectId: other.candidateId })
      await meet()
      await loadProposal(tx, { orgId: other.orgId, candidateId: other.candidateId, openingId })
    })
    const send = withActor(anna, async (tx) => {
      const cardId = await proposeIn(tx, one, openingId)
      await meet()
      await audit(tx, { action: 'card.looked_after', subjectType: 'card', subjectId: cardId })
    })
    expect(await outcomes([look, send])).toEqual(['done', 'done'])
  })

  test('lets a contact be logged while a placement of the same company is recorded', async () => {
    const hr = await anHrContact()
    const openingId = await anOpening({ companyId: hr.companyId })
    const candidate = await aCandidate({ orgId: anna.orgId })
    const card = { state: 'answered', answer: 'interested', answeredAt: new Date() } as const
    const { cardId } = await aCard({ ...hr, openingId, proposedBy: anna.userId, candidate, card })
    const today = localDate(now())
    const endsOn = addDays(localDate(now()), 60)
    const meet = meeting(2)
    // Both have left an audit row before either needs the company.
    const before = async (tx: Tx) => {
      await audit(tx, { action: 'company.read', subjectType: 'company', subjectId: hr.companyId })
      await meet()
    }
    const log = withActor(anna, async (tx) => {
      await tx
        .select({ id: companies.id })
        .from(companies)
        .where(eq(companies.id, hr.companyId))
        .for('update')
      await before(tx)
      await logInteraction(tx, hr.companyId, { kind: 'call', outcome: 'positive' })
    })
    const place = withActor(anna, async (tx) => {
      await before(tx)
      await recordPlacement(tx, cardId, { startsOn: today, endsOn, fundingSource: 'gol' })
    })
    expect(await outcomes([log, place])).toEqual(['done', 'done'])
  })
})

describe('a transaction that collides', () => {
  /** Two rows taken in opposite orders: PostgreSQL ends one of the two, and it begins anew when the other is done. */
  async function crossed(again: boolean) {
    const [a, b] = [await aCompany(), await aCompany()]
    const meet = meeting(2)
    const runs = [0, 0]
    const subjects = [newId<string>(), newId<string>()]
    const works: Promise<void>[] = []
    const take = (index: 0 | 1, first: string, second: string) =>
      withActor(
        system('test'),
        async (tx) => {
          runs[index] = (runs[index] ?? 0) + 1
          const raise = (id: string) =>
            tx.execute(sql`update companies set version = version + 1 where id = ${id}`)
          if (runs[index] > 1) await works[1 - index]
          await raise(first)
          await meet()
          await raise(second)
          await audit(tx, { action: 'test.raised', subjectType: 'test', subjectId: subjects[index] })
        },
        { again },
      )
    works.push(take(0, a, b), take(1, b, a))
    const ended = await outcomes(works)
    const rows = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.action, 'test.raised')),
    )
    const audited = subjects.map((id) => rows.filter(({ subjectId }) => subjectId === id).length)
    return { ended, runs, audited }
  }

  test('is run once more, whole, where its work is nothing but the transaction', async () => {
    const { ended, runs, audited } = await crossed(true)
    expect(ended).toEqual(['done', 'done'])
    expect(runs.toSorted()).toEqual([1, 2])
    expect(audited).toEqual([1, 1])
  })

  test('is run anew as often as three times, and then fails with what PostgreSQL said', async () => {
    const collidesTimes = async (times: number) => {
      let runs = 0
      const works = withActor(
        system('test'),
        async (tx) => {
          runs += 1
          if (runs <= times) await tx.execute(sql`do 'begin raise serialization_failure; end'`)
          return runs
        },
        { again: true },
      )
      return works.catch((error: unknown) => ({ runs, collided: isCollision(error) }))
    }
    expect(await collidesTimes(3)).toBe(4)
    expect(await collidesTimes(4)).toEqual({ runs: 4, collided: true })
  })

  test('fails where nobody said so, and leaves no audit row', async () => {
    const { ended, runs, audited } = await crossed(false)
    expect(ended.filter((result) => result === 'done')).toHaveLength(1)
    expect(runs).toEqual([1, 1])
    expect(audited.toSorted()).toEqual([0, 1])
  })
})
