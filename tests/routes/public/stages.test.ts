import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { stageLink } from '#app/domain/proposals/stage-link.server.ts'
import { cardLink } from '#app/domain/proposals/card-link.server.ts'
import { correctPerson } from '#app/domain/candidates/correct-person.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { addDays, localDate } from '#app/domain/calendar/rome.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { revokeContract } from '#app/domain/stages/send-contract.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { action as contractAction, loader as contractPage } from '#app/routes/desk/contract/route.tsx'
import { action as meetingAction, loader as meetingPage } from '#app/routes/desk/meeting/route.tsx'
import { mails } from '#db/schema/follow-ups.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aWelcomedCard, meet, say, send, type Welcomed } from '#tests/support/met-person.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { callRoute } from '../account/call-route.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let anna: StaffActor
let cookie: string
let one: Welcomed

beforeAll(async () => {
  server = await startRealServer()
  anna = await aStaff()
  cookie = await cookieOf(anna)
}, 60_000)
afterAll(() => server.stop())
beforeEach(async () => {
  one = await aWelcomedCard(anna)
})

async function visit(path: string, method: 'GET' | 'POST' = 'GET') {
  const answer = await fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: { Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
    ...(method === 'POST' ? { body: '' } : {}),
  })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

const linkTo = async (stage: 'meeting' | 'contract') => {
  const table = stage === 'meeting' ? meetings : contractLinks
  const [row] = await db.asSystem((tx) => tx.select().from(table).where(eq(table.cardId, one.cardId)))
  return stageLink(stage, row?.id ?? '', one.hr.contactId)
}

const how = { decision: 'given', language: 'fr', channel: 'in_person' }

describe('the desk and the company, page by page', () => {
  test('a meeting is agreed to, arranged and read; the card leads to it, and a mail that names nobody', async () => {
    const params = { cardId: one.cardId }
    const page = `/lavoro/proposte/${one.cardId}/incontro`
    const before = await callRoute(meetingPage, page, { cookie, params })
    const { asked } = before.data as { asked: { words: string; seen: string } }
    expect(asked.words).toContain('«Amina»')
    const arranging = { intent: 'arrange', name: 'first_name', place: 'by_phone', time: '10:30', safe: 'on' }
    const day = addDays(localDate(now()), 4)
    const early = await callRoute(meetingAction, page, { cookie, params, form: { ...arranging, day } })
    expect([early.status, JSON.stringify(early.data)]).toEqual([422, expect.stringContaining('il suo sì')])
    const said = { intent: 'consent', read: asked.seen, ...how }
    expect((await callRoute(meetingAction, page, { cookie, params, form: said })).status).toBe(303)
    const unsafe = { ...arranging, day, safe: '' }
    expect((await callRoute(meetingAction, page, { cookie, params, form: unsafe })).status).toBe(400)
    const done = await callRoute(meetingAction, page, { cookie, params, form: { ...arranging, day } })
    expect(done.status).toBe(303)

    const card = await visit(cardLink(one.cardId, one.hr.contactId, now()))
    const link = await linkTo('meeting')
    expect(card.body).toContain(link)
    expect(card.body).not.toContain('Amina')
    const { status, body, headers } = await visit(link)
    expect([status, headers.get('Cache-Control')]).toEqual([200, expect.stringContaining('no-store')])
    for (const words of ['Amina', 'Aiuto cuoco', 'Al telefono', anna.name.split(' ')[0] ?? ''])
      expect(body).toContain(words)
    for (const secret of ['Quercianova', one.person.code, one.person.candidateId, one.person.orgId])
      expect(body).not.toContain(secret)

    await say(one, 'company', one.hr.companyId, 'withdrawn')
    const over = await visit(link)
    expect([over.status, over.body]).toEqual([410, expect.not.stringContaining('Amina')])
    expect(over.body).toContain('non è più in programma')
    // Mails are written by the worker, from ids: there is none with words in it.
    expect(await db.asSystem((tx) => tx.$count(mails))).toBe(0)
  })

  test('a yes on the page to another name ends the meeting under the first; the same words once more do not', async () => {
    const params = { cardId: one.cardId }
    const page = `/lavoro/proposte/${one.cardId}/incontro`
    const names = { firstName: 'Amina', lastName: 'Quercianova', alias: 'Amy' }
    await withActor(anna, (tx) => correctPerson(tx, one.person, { version: 1, ...names }))
    const agree = async (name: string) => {
      const address = `${page}?nome=${name}`
      const { asked } = (await callRoute(meetingPage, address, { cookie, params })).data as {
        asked: { seen: string }
      }
      const form = { intent: 'consent', read: asked.seen, ...how }
      expect((await callRoute(meetingAction, address, { cookie, params, form })).status).toBe(303)
    }
    await agree('first_name')
    const day = addDays(localDate(now()), 4)
    const form = { intent: 'arrange', name: 'first_name', place: 'by_phone', time: '10:30', safe: 'on', day }
    expect((await callRoute(meetingAction, page, { cookie, params, form })).status).toBe(303)
    const link = await linkTo('meeting')
    await agree('first_name')
    expect((await visit(link)).status).toBe(200)
    await agree('alias')
    expect((await visit(link)).status).toBe(410)
  })

  test('what a contract needs asks a fresh factor, goes after her yes, and its page opens by a press', async () => {
    await meet(one)
    const params = { cardId: one.cardId }
    const page = `/lavoro/proposte/${one.cardId}/contratto?scelti=1&dato=permit_until`
    const loaded = await callRoute(contractPage, page, { cookie, params })
    const { asked } = loaded.data as { asked: { words: string; seen: string } }
    expect(asked.words).toContain('nome e cognome, scadenza del permesso')
    const said = { intent: 'consent', read: asked.seen, ...how }
    expect((await callRoute(contractAction, page, { cookie, params, form: said })).status).toBe(303)
    const other = { intent: 'send', fields: 'birth_date', safe: 'on' }
    expect((await callRoute(contractAction, page, { cookie, params, form: other })).status).toBe(409)
    const form = { intent: 'send', fields: 'permit_until', safe: 'on' }
    expect((await callRoute(contractAction, page, { cookie, params, form })).status).toBe(303)

    const link = await linkTo('contract')
    const opens = async () => {
      const [row] = await db.asSystem((tx) =>
        tx.select().from(contractLinks).where(eq(contractLinks.cardId, one.cardId)),
      )
      return row?.opens
    }
    for (let look = 0; look < 5; look++) {
      const { status, body } = await visit(link)
      expect([status, body.includes('Quercianova')]).toEqual([200, false])
    }
    expect(await opens()).toBe(0)
    for (const count of [1, 2, 3]) {
      const { body, headers } = await visit(link, 'POST')
      expect(body).toContain('Amina Quercianova')
      expect(body).toContain('31 mag 2027')
      expect(headers.get('Cache-Control')).toContain('no-store')
      expect(await opens()).toBe(count)
    }
    for (const method of ['POST', 'GET'] as const) {
      const { status, body } = await visit(link, method)
      expect([status, body.includes('Quercianova')]).toEqual([410, false])
      expect(body).toContain('Rispondete all’e-mail')
    }
  })
})

describe('a link', () => {
  test('that was altered, or is of another stage, opens nothing', async () => {
    await meet(one)
    await say(one, 'contract', one.hr.companyId)
    await send(one)
    const contract = await linkTo('contract')
    for (const path of [
      contract.slice(0, -2),
      contract.replace('/d/', '/i/'),
      (await linkTo('meeting')).replace('/i/', '/d/'),
    ])
      expect([path, (await visit(path)).status]).toEqual([path, 410])
    expect((await visit(contract.slice(0, -2), 'POST')).status).toBe(410)
  })

  test('that was closed opens nothing from the commit on, and says what to do', async () => {
    await meet(one)
    await say(one, 'contract', one.hr.companyId)
    await send(one)
    const link = await linkTo('contract')
    expect((await visit(link)).status).toBe(200)
    await withActor(anna, (tx) => revokeContract(tx, one.cardId))
    for (const method of ['GET', 'POST'] as const) {
      const { status, body } = await visit(link, method)
      expect([method, status, body.includes('I dati non si leggono più')]).toEqual([method, 410, true])
    }
  })
})
