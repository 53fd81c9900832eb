import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { newId } from '#app/platform/clock.server.ts'
import { candidates } from '#db/schema/candidates.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let anna: StaffActor
let person: CandidateRef

beforeAll(async () => {
  server = await startRealServer()
  anna = await aStaff()
  person = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
}, 60_000)
afterAll(() => server.stop())

async function get(path: string, actor = anna) {
  const answer = await fetch(server.url + path, { headers: { Cookie: await cookieOf(actor) } })
  return { status: answer.status, body: await answer.text() }
}

async function erase(fields: Record<string, string>) {
  const answer = await fetch(`${server.url}/lavoro/persone/${person.candidateId}/cancellazione`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ Cookie: await cookieOf(anna), Origin: APP_URL },
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ _key: newId(), ...fields }).toString(),
  })
  return { status: answer.status, location: answer.headers.get('Location') ?? '', body: await answer.text() }
}

describe('the page that erases a person', () => {
  test('does nothing without her code and without her having asked', async () => {
    const wrong = await erase({ code: 'QUERCIA-1', asked: 'on' })
    expect([wrong.status, wrong.body.includes('Il codice non è quello di questa persona.')]).toEqual([
      400,
      true,
    ])
    const unasked = await erase({ code: person.code })
    expect([unasked.status, unasked.body.includes('Conferma che lo ha chiesto la persona.')]).toEqual([
      400,
      true,
    ])
    expect(await db.asSystem((tx) => tx.$count(candidates))).toBe(1)
  })

  test('erases, and leads to a certificate that her organisation finds again', async () => {
    const { status, location } = await erase({ code: person.code.toLowerCase(), asked: 'on' })
    expect([status, location]).toEqual([
      303,
      expect.stringMatching(/^\/lavoro\/persone\/cancellazioni\/[0-9a-f-]{36}$/),
    ])
    const certificate = await get(location)
    expect(certificate.status).toBe(200)
    expect(certificate.body).toContain('Certificato di cancellazione')
    expect(certificate.body).not.toContain(person.code)
    expect((await get('/lavoro/persone/cancellazioni')).body).toContain(location)
    expect((await get(`/lavoro/persone/${person.candidateId}`)).status).toBe(404)
    expect((await get(location, await aStaff())).status).toBe(404)
  })
})
