import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { failEvent } from '#app/domain/outbox/event-run.server.ts'
import { retryDeadLetter } from '#app/domain/outbox/settle-dead-letter.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { aTask } from '#tests/domain/day/lines.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let anna: StaffActor
let cookie: string
let colleagues: string

beforeAll(async () => {
  anna = await aStaff()
  cookie = await cookieOf(anna)
  colleagues = await cookieOf(await aStaff('case_manager', anna.orgId))
  server = await startRealServer()
})
afterAll(() => server.stop())

const get = async (path: string, who = cookie) =>
  (await fetch(server.url + path, { headers: { Cookie: who } })).text()
const takeBack = (companyId: CompanyId, interactionId: string, who = cookie) =>
  fetch(`${server.url}/lavoro/aziende/${companyId}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: who, Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ intent: 'take_back', interactionId }),
  })

describe('the timeline on the page of a company', () => {
  it('offers to take a contact back to whoever logged it, and does it once', async () => {
    const companyId = await aCompany()
    const { interactionId } = await withActor(anna, (tx) =>
      logInteraction(tx, companyId, { kind: 'call', outcome: 'positive' }),
    )
    const path = `/lavoro/aziende/${companyId}`
    expect(await get(path)).toContain(`name="interactionId" value="${interactionId}"`)
    expect(await get(path, colleagues)).not.toContain('name="interactionId"')
    const refused = await takeBack(companyId, interactionId, colleagues)
    expect(refused.status).toBe(422)
    const answer = await takeBack(companyId, interactionId)
    expect([answer.status, answer.headers.get('X-Flash')]).toEqual([303, 'relationship_taken_back'])
    expect(await db.asSystem((tx) => tx.$count(interactions, eq(interactions.id, interactionId)))).toBe(0)
    expect((await takeBack(companyId, interactionId)).status).toBe(404)
  })

  it('says in words what was done late, left out and called off, alone where it is asked for', async () => {
    const companyId = await aCompany()
    const [doneAt, doneBy] = [now(), anna.userId]
    const over = { doneAt, doneBy, dueAt: new Date(+doneAt - 3 * DAY) }
    await aTask(anna, companyId, { ...over, title: 'Portare il modulo', state: 'done' })
    await aTask(anna, companyId, {
      ...{ ...over, title: 'Passare in sede', state: 'skipped', postponedReason: 'Sono in ferie' },
    })
    await aTask(anna, companyId, { ...over, title: 'Richiamare', state: 'cancelled', why: 'contacted' })
    for (const query of ['', '?cosa=attivita']) {
      const page = await get(`/lavoro/aziende/${companyId}${query}`)
      for (const words of [
        ...['Fatto: Portare il modulo', 'Con 3 giorni di ritardo', 'Saltato: Passare in sede'],
        ...['Sono in ferie', 'Tolto dal programma: Richiamare', 'Nel frattempo vi siete sentiti'],
      ])
        expect(page).toContain(words)
    }
    expect(await get(`/lavoro/aziende/${companyId}?cosa=contatti`)).not.toContain('Portare il modulo')
  })

  it('says what was given up, until an administrator has settled it', async () => {
    const companyId = await aCompany()
    const path = `/lavoro/aziende/${companyId}`
    const told = 'Con questa azienda qualcosa non è andato a buon fine'
    expect(await get(path)).not.toContain(told)
    const id = await db.asSystem(async (tx) => {
      const event = await emit(tx, 'company.plan_due', { companyId })
      await failEvent(tx, { id: event, attempt: 0 }, { cause: 'fault', permanent: true })
      return event
    })
    const page = await get(path, colleagues)
    expect(page).toContain(told)
    expect(page).toContain('Programma dei richiami di un’azienda (settimana del')
    await withActor(await aStaff('admin'), (tx) => retryDeadLetter(tx, id))
    expect(await get(path)).not.toContain(told)
  })
})
