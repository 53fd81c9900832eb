import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { listCandidates } from '#app/domain/candidates/list-candidates.server.ts'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import { surnameSearch } from '#app/domain/candidates/surname-index.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { action, loader } from '#app/routes/desk/candidate-identity/route.tsx'
import { candidates } from '#db/schema/candidates.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { callRoute } from '../account/call-route.ts'

const db = useTestDatabase()
let anna: StaffActor
let person: CandidateRef

beforeEach(async () => {
  anna = await aStaff()
  person = await aCandidate({
    ...{ orgId: anna.orgId, caseManagerId: anna.userId },
    ...{ firstName: 'Amina', lastName: 'Quercianova' },
  })
})

const right = { version: '1', firstName: 'Aminata', lastName: 'Faggiobello', birthDate: '1998-02-03' }

const call = async (handler: typeof loader | typeof action, form?: Record<string, string>, by = anna) =>
  callRoute(handler, `/lavoro/persone/${person.candidateId}/dati`, {
    ...{ cookie: await cookieOf(by), params: { id: person.candidateId }, form },
  })
const read = () => withActor(anna, (tx) => readCandidate(tx, person.orgId, person.candidateId))
const foundBy = async (surname: string) => {
  const search = { surnameIndex: surnameSearch(surname) }
  const found = await withActor(anna, (tx) => listCandidates(tx, anna.orgId, search, 1))
  return JSON.stringify(found).includes(person.code)
}
const errorsOf = ({ data }: { data: unknown }) =>
  (data as { result: { error: Record<string, string[]> } }).result.error

describe('who a person is', () => {
  it('is put right on a page that shows what is written down', async () => {
    const page = await call(loader)
    expect(page.data).toMatchObject({ version: '1', values: { firstName: 'Amina', lastName: 'Quercianova' } })
    const answer = await call(action, { ...right, alias: 'Mina', phone: '347 0000001' })
    expect([answer.status, answer.location]).toEqual([303, `/lavoro/persone/${person.candidateId}`])
    expect(await read()).toMatchObject({
      ...{ firstName: 'Aminata', lastName: 'Faggiobello', alias: 'Mina', birthDate: '1998-02-03' },
      ...{ phone: '+393470000001', version: 2 },
    })
    const trail = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, person.candidateId)),
    )
    expect(trail.map(({ action: done, actorId }) => [done, actorId])).toContainEqual([
      ...['candidate.identity_corrected', anna.userId],
    ])
  })

  it('stays sealed, and she is found by her surname of now alone', async () => {
    await call(action, right)
    expect([await foundBy('faggiobello'), await foundBy('Quercianova')]).toEqual([true, false])
    const [row] = await db.asSystem((tx) =>
      tx.select().from(candidates).where(eq(candidates.id, person.candidateId)),
    )
    const kept = Object.values(row ?? {}).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
    )
    expect(kept.join()).not.toMatch(/Aminata|Faggiobello|1998-02-03/)
  })

  it('is forgotten where the form leaves it empty', async () => {
    await call(action, { ...right, alias: 'Mina', phone: '347 0000001' })
    await call(action, { ...right, version: '2', alias: '', phone: '', birthDate: '' })
    expect(await read()).toMatchObject({ alias: null, phone: null, birthDate: null })
  })

  it('is left as it was by a wrong form, which says beside each field why', async () => {
    const answer = await call(action, { ...right, firstName: ' ', birthDate: '1998-02-31', phone: '12' })
    expect(answer.status).toBe(400)
    expect(errorsOf(answer)).toEqual({
      firstName: ['Scrivi il nome.'],
      birthDate: ['Indica una data completa e possibile.'],
      phone: ['Questo numero non è completo: controlla le cifre e il prefisso.'],
    })
    expect(await read()).toMatchObject({ firstName: 'Amina', version: 1 })
  })

  it('is not overwritten unseen, nor by another organisation', async () => {
    await call(action, right)
    const late = await call(action, { ...right, firstName: 'Amy' })
    expect([late.status, Object.keys(errorsOf(late))]).toEqual([409, ['']])
    expect((await call(action, { ...right, version: '2' }, await aStaff())).status).toBe(404)
    expect(await read()).toMatchObject({ firstName: 'Aminata', version: 2 })
  })
})
