import { beforeEach, describe, expect, it } from 'vitest'
import { isNotNull } from 'drizzle-orm'
import { discardDeadLetter, retryDeadLetter } from '#app/domain/outbox/settle-dead-letter.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { failEvent } from '#app/domain/outbox/event-run.server.ts'
import { givenUpOfCompany } from '#app/domain/companies/given-up-of-company.server.ts'
import type { Topic, Topics } from '#app/domain/outbox/topics.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, OutboxId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { outbox } from '#db/schema/operations.ts'
import { aCompany, aStaff, anHrContact } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let anna: StaffActor
let companyId: CompanyId

beforeEach(async () => {
  anna = await aStaff()
  companyId = await aCompany()
  await db.asSystem((tx) => tx.update(outbox).set({ state: 'done' }).where(isNotNull(outbox.id)))
})

const dies = <T extends Topic>(topic: T, payload: Topics[T]): Promise<OutboxId> =>
  db.asSystem(async (tx) => {
    const id = await emit(tx, topic, payload)
    await failEvent(tx, { id, attempt: 0 }, { cause: 'mail:550', permanent: true })
    return id
  })
const ofCompany = async (id = companyId) =>
  (await withActor(anna, (tx) => givenUpOfCompany(tx, id))).map(({ topic }) => topic)

describe('what was given up', () => {
  it('is its company’s alone, whatever of the company it was about', async () => {
    const openingId = await anOpening({ companyId })
    await dies('opening.posted', { openingId })
    await dies('company.plan_due', { companyId })
    expect((await ofCompany()).toSorted()).toEqual(['company.plan_due', 'opening.posted'])
    expect(await ofCompany(await aCompany())).toEqual([])
  })

  it('says neither what it carries nor why', async () => {
    const openingId = await anOpening({ companyId })
    await dies('opening.posted', { openingId })
    const [one] = await withActor(anna, (tx) => givenUpOfCompany(tx, companyId))
    expect(Object.keys(one ?? {}).toSorted()).toEqual(['since', 'topic'])
  })

  it('is told of a card and of an answer, and not of one person’s meeting, contract or way out', async () => {
    const { contactId, userId } = await anHrContact(companyId)
    const openingId = await anOpening({ companyId })
    const { cardId } = await aCard({ companyId, contactId, openingId, proposedBy: anna.userId })
    for (const topic of [
      'meeting.arranged',
      'meeting.called_off',
      'contract.sent',
      'card.withdrawn',
    ] as const)
      await dies(topic, { cardId })
    await dies('placement.cancelled', { companyId })
    await dies('account.invited', { userId })
    expect(await ofCompany()).toEqual([])
    await dies('card.sent', { cardId })
    await dies('card.answered', { cardId })
    expect((await ofCompany()).toSorted()).toEqual(['card.answered', 'card.sent'])
  })

  it('is nobody’s where it was about nothing that exists, and is not hidden behind many of other kinds', async () => {
    await dies('opening.posted', { openingId: newId() })
    await dies('opening.posted', { openingId: 'no id' })
    await dies('company.plan_due', { companyId })
    await db.asSystem((tx) =>
      tx.insert(outbox).values(
        Array.from({ length: 600 }, () => ({
          ...{ id: newId<OutboxId>(), topic: 'profile.changed', payload: {}, state: 'dead' as const },
          ...{ availableAt: now(), createdAt: now(), doneAt: now() },
        })),
      ),
    )
    expect(await ofCompany()).toEqual(['company.plan_due'])
  })

  it('is gone once an administrator has tried it again or discarded it', async () => {
    const admin = await aStaff('admin')
    const [one, other] = [
      await dies('company.plan_due', { companyId }),
      await dies('company.added', { companyId }),
    ]
    await withActor(admin, (tx) => retryDeadLetter(tx, one))
    expect(await ofCompany()).toEqual(['company.added'])
    await withActor(admin, (tx) => discardDeadLetter(tx, { id: other, reason: 'doppio' }))
    expect(await ofCompany()).toEqual([])
  })

  it('is for the network’s own people, and no company reads it of itself', async () => {
    await dies('company.plan_due', { companyId })
    const hr = await anHrContact(companyId)
    await expect(withActor(hr, (tx) => givenUpOfCompany(tx, companyId))).rejects.toThrow('forbidden')
    const admin = await aStaff('admin')
    await expect(withActor(admin, (tx) => givenUpOfCompany(tx, companyId))).rejects.toThrow('forbidden')
  })
})
