import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { stillOpenLink } from '#app/domain/openings/still-open-link.server.ts'
import type { HrActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { action, loader } from '#app/routes/public/still-open/route.tsx'
import { contacts } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { callRoute } from '../account/call-route.ts'

const db = useTestDatabase()
let hr: HrActor
let openingId: OpeningId
let path: string
beforeEach(async () => {
  hr = await anHrContact()
  openingId = await anOpening({ companyId: hr.companyId, title: 'Aiuto cuoco' })
  path = stillOpenLink(openingId, hr.contactId, now())
})

const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
const open = (link = path) => callRoute(loader, link, { params: { token: tokenOf(link) } })
const press = (form: Record<string, string>, link = path) =>
  callRoute(action, link, { params: { token: tokenOf(link) }, form })
const state = () =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(openings).where(eq(openings.id, openingId))
    const acts = await tx.select().from(auditLog).where(eq(auditLog.subjectId, openingId))
    return { state: row?.state, reason: row?.closeReason ?? null, acts: acts.map(({ action: act }) => act) }
  })

describe('the link in "is it still open?"', () => {
  it('changes nothing by being opened, however often', async () => {
    const events = () => db.asSystem((tx) => tx.$count(outbox))
    const before = await events()
    for (let times = 0; times < 3; times++) {
      expect(await open()).toMatchObject({
        status: 200,
        data: { title: 'Aiuto cuoco', state: 'open', problem: null },
      })
    }
    expect(await state()).toEqual({ state: 'open', reason: null, acts: [] })
    expect(await events()).toBe(before)
  })

  it('keeps, pauses or closes by one press', async () => {
    expect((await press({ answer: 'keep' })).location).toContain('?fatto=keep')
    expect(await state()).toMatchObject({ state: 'open', acts: ['opening.kept'] })
    expect((await press({ answer: 'pause' })).location).toContain('?fatto=pause')
    expect((await press({ answer: 'pause' })).status).toBe(303)
    expect(await state()).toMatchObject({ state: 'paused', acts: ['opening.kept', 'opening.paused'] })
    expect((await press({ answer: 'close', reason: 'filled_elsewhere' })).location).toContain('?fatto=close')
    expect(await state()).toMatchObject({ state: 'closed', reason: 'filled_elsewhere' })
    expect((await press({ answer: 'keep' })).status).toBe(409)
  })

  it('closes with a reason only, and takes no other word', async () => {
    expect((await press({ answer: 'close' })).status).toBe(400)
    expect((await press({ answer: 'delete' })).status).toBe(400)
    expect(await state()).toMatchObject({ state: 'open' })
  })

  it('altered, expired, of another company or of somebody who has left opens nothing', async () => {
    const other = await anHrContact()
    const late = stillOpenLink(openingId, hr.contactId, new Date(+now() - 32 * DAY))
    for (const link of [
      `${path}x`,
      late,
      stillOpenLink(openingId, other.contactId, now()),
      '/ancora-aperta/a.b',
    ]) {
      expect(await open(link)).toMatchObject({ status: 410, data: { title: '' } })
      await expect(press({ answer: 'pause' }, link)).resolves.not.toMatchObject({ status: 303 })
    }
    await db.asSystem((tx) => tx.update(contacts).set({ active: false }).where(eq(contacts.id, hr.contactId)))
    expect((await open()).status).toBe(410)
    expect(await state()).toMatchObject({ state: 'open' })
  })
})
