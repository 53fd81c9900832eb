import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let anna: StaffActor
let colleague: StaffActor
let stranger: StaffActor
let person: CandidateRef
let openingId: string

beforeAll(async () => {
  server = await startRealServer()
  anna = await aStaff()
  colleague = await aStaff('case_manager', anna.orgId)
  stranger = await aStaff()
  person = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId, lastName: 'Segretissimi' })
  openingId = await anOpening()
}, 60_000)
afterAll(() => server.stop())

async function get(path: string, actor: StaffActor) {
  const answer = await fetch(server.url + path, { headers: { Cookie: await cookieOf(actor) } })
  return { status: answer.status, body: await answer.text() }
}

const entriesOf = (actor: StaffActor) =>
  db.asSystem((tx) =>
    tx
      .select({ action: auditLog.action, result: auditLog.result, orgId: auditLog.orgId })
      .from(auditLog)
      .where(and(eq(auditLog.actorId, actor.userId), eq(auditLog.subjectId, person.candidateId)))
      .orderBy(auditLog.seq),
  )

describe('who opened a file', () => {
  const file = () => `/lavoro/persone/${person.candidateId}`
  const accesses = () => `${file()}/accessi`

  test('is written in the request that opens it, and shown to her case managers with names', async () => {
    expect((await get(file(), colleague)).status).toBe(200)
    expect(
      (await get(`/lavoro/opportunita/${openingId}/proposta/${person.candidateId}`, colleague)).status,
    ).toBe(200)
    expect((await entriesOf(colleague)).map(({ action }) => action)).toEqual([
      'candidate.read',
      'candidate.card_previewed',
    ])
    const { status, body } = await get(accesses(), anna)
    expect(status).toBe(200)
    expect(body).toContain('Ha aperto il fascicolo')
    expect(body).toContain('Ha guardato la scheda per un’opportunità')
    expect(body).toContain(colleague.name)
    expect(body).toContain(person.code)
    expect(body).not.toContain('Segretissimi')
  })

  test('comes in pages, and looking at them is written down too', async () => {
    for (let time = 0; time < 20; time++)
      await withActor(anna, (tx) => readCandidate(tx, person.orgId, person.candidateId))
    const first = await get(accesses(), anna)
    expect(first.body).toContain('pagina=2')
    const second = await get(`${accesses()}?pagina=2`, anna)
    expect(second.body).toContain(colleague.name)
    expect(second.body).toContain('Ha guardato chi l’ha aperto')
  })

  test('is nobody’s business elsewhere: each door is shut, and each try is written down', async () => {
    const doors = [
      file(),
      `${file()}/profilo`,
      accesses(),
      `/lavoro/opportunita/${openingId}/proposta/${person.candidateId}`,
    ]
    for (const door of doors) {
      for (const way of [door, `${door}.data`]) {
        const { status, body } = await get(way, stranger)
        expect([way, status]).toEqual([way, 404])
        expect(body).not.toContain(person.code)
      }
    }
    const entries = await entriesOf(stranger)
    expect(entries).toHaveLength(2 * doors.length)
    expect(entries.filter(({ result, orgId }) => result !== 'denied' || orgId !== stranger.orgId)).toEqual([])
  })
})
