import { and, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveNotes } from '#app/domain/candidates/save-notes.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { auditLog } from '#db/schema/operations.ts'
import { disclosures } from '#db/schema/proposals.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let server: Awaited<ReturnType<typeof startRealServer>>
let anna: StaffActor
let person: CandidateRef

beforeAll(async () => {
  server = await startRealServer()
  anna = await aStaff()
  person = await aCandidate({
    ...{ orgId: anna.orgId, caseManagerId: anna.userId },
    ...{ firstName: 'Amina', lastName: 'Quercianova' },
  })
  await withActor(anna, (tx) => saveNotes(tx, person, { version: 1, notes: 'Preferisce <b>mattina</b>' }))
  const hr = await anHrContact()
  const openingId = await anOpening({ companyId: hr.companyId, title: 'Aiuto in forneria' })
  const { cardId } = await aCard({ ...hr, openingId, proposedBy: anna.userId, candidate: person })
  const { orgId, candidateId } = person
  await db.asSystem(async (tx) => {
    await tx
      .insert(disclosures)
      .values({ orgId, candidateId, cardId, attribute: 'italian', value: 'basic', k: 7, at: now() })
    await tx
      .insert(candidateExclusions)
      .values({ orgId, candidateId, kind: 'town', value: '001272', createdAt: now() })
  })
}, 60_000)
afterAll(() => server.stop())

async function ask(fields: Record<string, string>, actor = anna) {
  const answer = await fetch(`${server.url}/lavoro/persone/${person.candidateId}/copia/scarica`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ Cookie: await cookieOf(actor), Origin: APP_URL },
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })
  return { status: answer.status, headers: answer.headers, body: await answer.text() }
}

const exports = () =>
  db.asSystem((tx) =>
    tx
      .select({ action: auditLog.action, actorId: auditLog.actorId })
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, person.candidateId), like(auditLog.action, 'candidate.exported_%'))),
  )

describe('the copy of a person’s file', () => {
  test('is a page to read and print, everything in it and nothing that a browser would run', async () => {
    const { status, headers, body } = await ask({ reason: 'access', format: 'html' })
    expect(status).toBe(200)
    expect(headers.get('Content-Disposition')).toBe(`attachment; filename="${person.code}.html"`)
    expect(headers.get('Cache-Control')).toContain('no-store')
    for (const words of [
      'Amina Quercianova',
      'Aiuto in forneria',
      'Torino',
      'Preferisce &lt;b&gt;mattina&lt;/b&gt;',
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('<script')
  })

  test('is JSON for other programs, with what each company saw and when', async () => {
    const { headers, body } = await ask({ reason: 'portability', format: 'json' })
    expect(headers.get('Content-Type')).toContain('application/json')
    const copy = JSON.parse(body) as Record<string, unknown>
    expect(copy).toMatchObject({
      ...{ format: 1, code: person.code, firstName: 'Amina', lastName: 'Quercianova' },
      notes: 'Preferisce <b>mattina</b>',
      shown: [{ opening: 'Aiuto in forneria', attributes: [{ attribute: 'italian', value: 'basic' }] }],
      avoided: [{ kind: 'town', value: '001272' }],
    })
    expect(body).not.toContain(anna.userId)
  })

  test('leaves an entry with its reason in the register', async () => {
    expect((await exports()).map(({ action }) => action)).toEqual([
      'candidate.exported_access',
      'candidate.exported_portability',
    ])
  })

  test('is not made without a reason', async () => {
    const { status, headers } = await ask({ format: 'json' })
    expect([status, headers.get('Location')]).toEqual([303, `/lavoro/persone/${person.candidateId}/copia`])
    expect(await exports()).toHaveLength(2)
  })

  test('is made by whoever follows her alone: a colleague may not, elsewhere she does not exist', async () => {
    const colleague = await aStaff('case_manager', anna.orgId)
    const stranger = await aStaff()
    for (const [actor, expected] of [
      [colleague, 403],
      [stranger, 404],
    ] as const) {
      const { status, body } = await ask({ reason: 'access', format: 'json' }, actor)
      expect(status).toBe(expected)
      expect(body).not.toContain('Quercianova')
      const page = await fetch(`${server.url}/lavoro/persone/${person.candidateId}/copia`, {
        headers: { Cookie: await cookieOf(actor) },
      })
      expect(page.status).toBe(expected)
      const denied = await db.asSystem((tx) =>
        tx.$count(auditLog, and(eq(auditLog.actorId, actor.userId), eq(auditLog.result, 'denied'))),
      )
      expect(denied).toBe(2)
    }
    expect(await exports()).toHaveLength(2)
  })
})
