import { beforeAll, describe, expect, it } from 'vitest'
import {
  failedLately,
  playbookHistory,
  playbooksInForce,
} from '#app/domain/playbooks/playbooks-in-force.server.ts'
import { savePlaybook } from '#app/domain/playbooks/save-playbook.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let nadia: StaffActor
let giulia: StaffActor
beforeAll(async () => {
  nadia = await aStaff('coordinator')
  giulia = await aStaff()
})

const save = (actor: Actor, version: number, textIt = `Testo ${version}`) =>
  withActor(actor, (tx) =>
    savePlaybook(tx, 'after_silence', 'hosting', { version, textIt, textEn: `Text ${version}` }),
  )

describe('a playbook', () => {
  it('keeps every version, the newest in force for everybody who works with companies', async () => {
    await save(nadia, 0)
    await save(nadia, 1)
    const written = await withActor(giulia, playbooksInForce)
    expect(written.get('after_silence:hosting')).toEqual({ it: 'Testo 1', en: 'Text 1', version: 2 })
    const history = await withActor(nadia, (tx) => playbookHistory(tx, 'after_silence', 'hosting'))
    expect(history.map(({ version, textIt, authorId }) => [version, textIt, authorId])).toEqual([
      [2, 'Testo 1', nadia.userId],
      [1, 'Testo 0', nadia.userId],
    ])
  })

  it('is not written over: of two who save at once, one is told', async () => {
    await expect(save(nadia, 1)).rejects.toMatchObject({ code: 'stale', reason: 'playbook_changed' })
    const other = await aStaff('coordinator')
    const results = await Promise.allSettled([save(nadia, 2), save(other, 2)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is the coordinators’ to write', async () => {
    for (const actor of [giulia, await aStaff('admin'), await anHrContact()]) {
      await expect(save(actor, 3)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(withActor(await anHrContact(), playbooksInForce)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

it('a placement that ended early is talked about for two months', async () => {
  const [fresh, old, fine] = [await aCompany(), await aCompany(), await aCompany()]
  const ended = (companyId: typeof fresh, days: number) => ({
    ...{ id: newId<string>(), companyId, kind: 'ended_early_by_company', causeType: 'placement' },
    ...{ occurredAt: new Date(+now() - days * DAY), createdAt: now() },
  })
  await db.asSystem((tx) => tx.insert(trustEvents).values([ended(fresh, 10), ended(old, 90)]))
  expect(await withActor(giulia, (tx) => failedLately(tx, [fresh, old, fine]))).toEqual(new Set([fresh]))
})
