import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freezeMonth } from '#app/domain/network/freeze-month.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { refreshOpening } from '#app/domain/standing/refresh-opening.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { matchNotices } from '#db/schema/standing.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const later = { startFrom: '2027-01-01', startLatest: '2027-12-01' }

let server: Awaited<ReturnType<typeof startRealServer>>
let anna: StaffActor
let colleague: StaffActor
let hers: CandidateRef
let theirs: CandidateRef

beforeAll(async () => {
  server = await startRealServer()
  anna = await aStaff()
  colleague = await aStaff('case_manager', anna.orgId)
  hers = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
  theirs = await aCandidate({ orgId: anna.orgId, caseManagerId: colleague.userId })
  const openingId = await anOpening({ ...later, title: 'Aiuto fornaio' })
  await anOpening({ ...later, title: 'Consegne in furgone', licences: ['B'] })
  await db.asSystem((tx) => refreshOpening(tx, openingId))
}, 60_000)
afterAll(() => server.stop())

async function page(path: string, actor = anna): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { Cookie: await cookieOf(actor) } })
  expect(answer.status).toBe(200)
  return answer.text()
}

async function post(path: string, fields: Record<string, string>, actor = anna): Promise<number> {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ Cookie: await cookieOf(actor), Origin: APP_URL },
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ _key: newId(), ...fields }).toString(),
  })
  return answer.status
}

describe('the day', () => {
  test('shows what is new of her own people, of all with the filter, until she is done with it', async () => {
    const mine = await page('/lavoro')
    expect(mine).toContain('Nuovi abbinamenti: 1')
    expect(mine).toContain(hers.code)
    expect(mine).not.toContain(theirs.code)
    const all = await page('/lavoro?abbinamenti=ente')
    expect(all).toContain('Nuovi abbinamenti: 2')
    expect(all).toContain(theirs.code)
    const item = /name="item" value="(match:\d+)"/.exec(mine)?.[1] ?? ''
    expect(await post('/lavoro', { intent: 'done', item })).toBe(303)
    expect(await page('/lavoro')).not.toContain('Nuovi abbinamenti')
    expect(await page('/lavoro', colleague)).toContain('Nuovi abbinamenti: 1')
  })

  test('takes no moment that no page of ours has made', async () => {
    expect(await post('/lavoro', { intent: 'done', item: 'match:domani' })).toBe(400)
  })
})

describe('her profile', () => {
  const notices = async () =>
    (await db.asSystem((tx) => tx.select().from(matchNotices).where(eq(matchNotices.userId, anna.userId))))[0]

  test('turns the mail of the day off and on again', async () => {
    expect(await page('/account')).toContain('Riepilogo per mail')
    expect(await post('/account', { intent: 'digest' })).toBe(303)
    expect(await notices()).toMatchObject({ digest: false })
    expect(await post('/account', { intent: 'digest', digest: 'on' })).toBe(303)
    expect(await notices()).toMatchObject({ digest: true })
  })

  test('offers it to case managers alone', async () => {
    const coordinator = await aStaff('coordinator')
    expect(await page('/account', coordinator)).not.toContain('Riepilogo per mail')
    expect(await post('/account', { intent: 'digest' }, coordinator)).toBe(403)
  })
})

test('a person’s file names what fits, what nearly does, and the step that would open it', async () => {
  const file = await page(`/lavoro/persone/${hers.candidateId}`)
  expect(file).toContain('Opportunità adatte: 1')
  expect(file).toContain('Con la patente B')
  expect(file).toContain('1 opportunità in più')
  expect(file).toContain('Patente e mezzo: 1')
  expect(file).toContain('Consegne in furgone')
})

test('coordinators find the month when there is one, and a word when there is none', async () => {
  const coordinator = await aStaff('coordinator')
  expect(await page('/rete/bisogni', coordinator)).toContain('Ancora nessun mese')
  await db.asSystem((tx) => freezeMonth(tx))
  const month = await page('/rete/bisogni', coordinator)
  expect(month).toContain('Domanda senza risposta, per territorio')
  expect(month).toContain('&lt;5')
  expect(month).not.toContain(hers.code)
})
