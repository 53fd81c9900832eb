import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unsubscribeLink } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import { contacts } from '#db/schema/companies.ts'
import type { HrActor } from '#app/domain/shared/actor.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import { APP_URL, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let hr: HrActor
let path: string

beforeAll(async () => {
  hr = await anHrContact()
  path = unsubscribeLink(hr.contactId)
  server = await startRealServer()
})
afterAll(() => server.stop())

const post = (address: string, body: string, headers: Record<string, string> = {}) =>
  fetch(server.url + address, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  })
const isReading = async () => {
  const [contact] = await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.id, hr.contactId)))
  return contact?.unsubscribedAt === null
}

describe('from the mail to the end of our messages, over the wire', () => {
  it('one POST without cookie, origin or question is all it takes, and it is answered by 200', async () => {
    const answer = await post(path, 'List-Unsubscribe=One-Click')
    expect([answer.status, answer.headers.get('Location')]).toEqual([200, null])
    expect(await isReading()).toBe(false)
    expect((await post(path, 'List-Unsubscribe=One-Click')).status).toBe(200)
  })

  it('as a multipart form too, as RFC 8058 lets mail programs send it', async () => {
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    const answer = await fetch(server.url + path, { method: 'POST', redirect: 'manual', body: form })
    expect(answer.status).toBe(200)
  })

  it('the page offers the way back, which no other site can press', async () => {
    const page = await (await fetch(server.url + path)).text()
    expect(page).toContain(`action="${path}/riprendi"`)
    expect((await post(`${path}/riprendi`, 'x=1', { Origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(`${path}/riprendi`, 'x=1')).status).toBe(403)
    expect(await isReading()).toBe(false)
    const answer = await post(`${path}/riprendi`, 'x=1', { Origin: APP_URL })
    expect(answer.headers.get('Location')).toBe(`${path}?ripreso=1`)
    expect(await isReading()).toBe(true)
    expect(await (await fetch(`${server.url}${path}?ripreso=1`)).text()).toContain('ricevi di nuovo')
    expect(
      (await fetch(`${server.url}${path}/riprendi`, { redirect: 'manual' })).headers.get('Location'),
    ).toBe(path)
  })
})
