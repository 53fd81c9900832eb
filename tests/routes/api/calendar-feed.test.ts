import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeFeed, myFeed, renewFeed } from '#app/domain/calendar-feed/feed-address.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { calendarFeeds } from '#db/schema/calendar-feeds.ts'
import { placements } from '#db/schema/proposals.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aTask } from '#tests/domain/day/lines.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
beforeAll(async () => {
  server = await startRealServer()
})
afterAll(() => server.stop())

const renewed = (actor: StaffActor) =>
  withActor(actor, async (tx) => {
    await renewFeed(tx)
    return (await myFeed(tx)) ?? ''
  })
const ask = async (path: string) => {
  const answer = await fetch(server.url + path)
  return { status: answer.status, type: answer.headers.get('Content-Type'), body: await answer.text() }
}

describe('the calendar feed', () => {
  it('holds one’s tasks in UTC, by company and kind, and nothing of any person', async () => {
    const giulia = await aStaff()
    const person = await aCandidate({ orgId: giulia.orgId, caseManagerId: giulia.userId })
    const companyId = await aCompany({ name: 'Forno, Alba & figli' })
    const placementId = newId<string>()
    await db.asSystem((tx) =>
      tx.insert(placements).values({
        ...{ orgId: giulia.orgId, id: placementId, candidateId: person.candidateId, companyId },
        ...{ kind: 'internship', state: 'active', startsOn: '2026-11-02', createdAt: new Date() },
      }),
    )
    const due = new Date(Date.now() + 86_400_000)
    due.setUTCHours(9, 30, 0, 0)
    const check = await aTask(giulia, companyId, {
      ...{ subjectType: 'placement', subjectId: placementId, template: 'follow_ups_task_check_in_person' },
      dueAt: due,
    })
    await aTask(giulia, companyId, { template: 'by_hand', title: `Sentire ${person.code}`, dueAt: due })
    await aTask(await aStaff(), companyId, { template: 'follow_ups_task_call_back', dueAt: due })

    const { status, type, body } = await ask(await renewed(giulia))
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
    const day = due.toISOString().slice(0, 10).replaceAll('-', '')
    const lines = body.split('\r\n')
    expect(lines).toContain(`UID:${check}@passaparola`)
    expect(lines.filter((line) => line.startsWith('SUMMARY:')).sort()).toEqual([
      'SUMMARY:Da fare: Forno\\, Alba & figli',
      'SUMMARY:Verifica: Forno\\, Alba & figli',
    ])
    expect(lines).toContain(`DTSTART:${day}T090000Z`)
    expect(lines).toContain(`DTEND:${day}T093000Z`)
    expect(body).not.toContain(person.code)
    expect(body).not.toMatch(/TZID|persona/i)
  })

  it('opens by the newest address alone, and by none once it is off or she has left', async () => {
    const giulia = await aStaff()
    const first = await renewed(giulia)
    const second = await renewed(giulia)
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200])
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, giulia.userId)))
    expect((await ask(second)).status).toBe(404)
    await db.asSystem((tx) => tx.update(users).set({ active: true }).where(eq(users.id, giulia.userId)))
    await withActor(giulia, closeFeed)
    expect((await ask(second)).status).toBe(404)
    expect(await withActor(giulia, myFeed)).toBeNull()
  })

  it('keeps no address that opens anything in the database', async () => {
    const giulia = await aStaff()
    const path = await renewed(giulia)
    const token = path.replace(/^\/calendario\/|\.ics$/g, '')
    const [row] = await db.asSystem((tx) =>
      tx.select().from(calendarFeeds).where(eq(calendarFeeds.userId, giulia.userId)),
    )
    expect(Object.values(row ?? {})).not.toContain(token)
    expect((await ask(`/calendario/${row?.nonce ?? ''}.ics`)).status).toBe(404)
    expect((await ask(`/calendario/${row?.tokenHash ?? ''}.ics`)).status).toBe(404)
  })

  it('is one’s own: hidden from colleagues and none of a company’s business', async () => {
    const giulia = await aStaff()
    await renewed(giulia)
    const other = await aStaff('coordinator', giulia.orgId)
    expect(await withActor(other, (tx) => tx.$count(calendarFeeds))).toBe(0)
    await expect(withActor(await anHrContact(), renewFeed)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
