import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askForFile } from '#app/domain/glass/ask-for-file.server.ts'
import { decideGlass } from '#app/domain/glass/decide-glass.server.ts'
import { GLASS_LASTS, GLASS_WAITS } from '#app/domain/glass/glass-rules.ts'
import { glassOfPerson, listGlass } from '#app/domain/glass/list-glass.server.ts'
import { readGlassFile } from '#app/domain/glass/read-glass-file.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { candidateKeys, candidates, profiles } from '#db/schema/candidates.ts'
import { glassBreaks } from '#db/schema/glass.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let chiara: StaffActor
let francesca: StaffActor
let roberto: StaffActor
let irene: StaffActor
let person: CandidateRef

beforeAll(async () => {
  chiara = await aStaff('case_manager')
  francesca = await aStaff('coordinator')
  roberto = await aStaff('coordinator')
  irene = await aStaff('admin')
})
beforeEach(async () => {
  person = await aCandidate({
    ...{ orgId: chiara.orgId, caseManagerId: chiara.userId },
    ...{ firstName: 'Amina', lastName: 'Quercianova' },
  })
})

const ask = (by = francesca, code = person.code) =>
  withActor(by, (tx) => askForFile(tx, { orgId: person.orgId, code, reason: 'danger' }))
const row = () =>
  db.asSystem(async (tx) => {
    const [found] = await tx.select().from(glassBreaks).where(eq(glassBreaks.candidateId, person.candidateId))
    if (!found) throw new Error('nobody asked')
    return found
  })
const decide = async (by: StaffActor, decision: 'approved' | 'refused' = 'approved') => {
  const { id } = await row()
  await withActor(by, (tx) => decideGlass(tx, { id, decision }))
}
const read = async (by = francesca) => {
  const { id } = await row()
  return withActor(by, (tx) => readGlassFile(tx, id))
}
/** Rows of the person that an actor reaches without any page of ours. */
const reached = (by: StaffActor) =>
  withActor(by, async (tx) => [
    await tx.$count(candidates, eq(candidates.id, person.candidateId)),
    await tx.$count(candidateKeys, eq(candidateKeys.candidateId, person.candidateId)),
    await tx.$count(profiles, eq(profiles.candidateId, person.candidateId)),
  ])
const actions = () =>
  db.asSystem(async (tx) =>
    (await tx.select().from(auditLog).where(eq(auditLog.subjectId, person.candidateId))).map(
      ({ action, orgId }) => [action, orgId === person.orgId],
    ),
  )
const told = (topic: string) =>
  db.asSystem(async (tx) =>
    (await tx.select().from(outbox).where(eq(outbox.topic, topic))).map(
      ({ payload }) => (payload as { userId: string }).userId,
    ),
  )

describe('a file in an emergency', () => {
  test('is read by who asked, after somebody else’s yes, and by nobody else', async () => {
    await ask()
    expect(await reached(francesca)).toEqual([0, 0, 0])
    await expect(read()).rejects.toThrow('glass_over')
    await decide(roberto)
    expect(await read()).toMatchObject({ firstName: 'Amina', lastName: 'Quercianova', code: person.code })
    expect(await reached(francesca)).toEqual([1, 1, 0])
    for (const other of [roberto, irene, await aStaff('coordinator'), await aStaff('case_manager')]) {
      expect(await reached(other)).toEqual([0, 0, 0])
      await expect(read(other)).rejects.toThrow()
    }
    // No other person comes along, of the same organisation or another.
    const neighbour = await aCandidate({ orgId: chiara.orgId })
    const seen = await withActor(francesca, (tx) => tx.select({ id: candidates.id }).from(candidates))
    expect(seen.map(({ id }) => id)).not.toContain(neighbour.candidateId)
    expect(await actions()).toEqual([
      ['glass.asked_danger', true],
      ['glass.approved', true],
      ['glass.read', true],
    ])
  })

  test('is allowed by another coordinator or an administrator, never by who asked', async () => {
    await ask()
    await expect(decide(francesca)).rejects.toThrow('glass_not_yours')
    await expect(decide(chiara)).rejects.toThrow('forbidden')
    await decide(irene)
    await expect(decide(roberto, 'refused')).rejects.toThrow('glass_not_yours')
    expect(await row()).toMatchObject({ decision: 'approved', decidedBy: irene.userId })
  })

  test('cannot be opened past the rules: the database lets nobody write her own yes', async () => {
    await ask()
    const { id } = await row()
    const forged = { decision: 'approved', endsAt: new Date(Date.now() + GLASS_LASTS) } as const
    for (const [by, decidedBy] of [
      [francesca, francesca.userId],
      [francesca, roberto.userId],
      [chiara, roberto.userId],
    ] as const) {
      const written = await withActor(by, (tx) =>
        tx
          .update(glassBreaks)
          .set({ ...forged, decidedBy })
          .where(eq(glassBreaks.id, id))
          .returning(),
      )
      expect(written).toEqual([])
    }
    const born = withActor(francesca, (tx) =>
      tx.insert(glassBreaks).values({
        ...{ orgId: person.orgId, id: crypto.randomUUID(), candidateId: person.candidateId },
        ...{ code: person.code, reason: 'danger', askedBy: francesca.userId, askedAt: now(), ...forged },
      }),
    )
    await expect(born).rejects.toThrow()
    await expect(withActor(await anHrContact(), (tx) => tx.$count(glassBreaks))).rejects.toThrow()
  })

  test('cannot be left open for longer, nor turned to another file, by who may allow it', async () => {
    await ask()
    const { id } = await row()
    const neighbour = await aCandidate({ orgId: chiara.orgId })
    const yes = (endsAt: Date, more: object = {}) =>
      withActor(roberto, (tx) =>
        tx
          .update(glassBreaks)
          .set({ decision: 'approved', decidedBy: roberto.userId, decidedAt: now(), endsAt, ...more })
          .where(eq(glassBreaks.id, id)),
      )
    const hour = new Date(Date.now() + GLASS_LASTS)
    await expect(yes(new Date(+hour + 2 * MINUTE))).rejects.toMatchObject({ cause: { code: '42501' } })
    for (const more of [
      { candidateId: neighbour.candidateId },
      { askedBy: chiara.userId },
      { askedAt: hour },
      { reason: 'authority' },
    ])
      await expect(yes(hour, more)).rejects.toMatchObject({ cause: { code: '42501' } })
    expect(await row()).toMatchObject({ decision: null, endsAt: null })
    await yes(hour)
    expect(await reached(francesca)).toEqual([1, 1, 0])
  })

  test('closes by itself after an hour, in the database too', async () => {
    await ask()
    await decide(roberto)
    const restore = setClock(() => new Date(Date.now() + GLASS_LASTS))
    try {
      await expect(read()).rejects.toThrow('glass_over')
    } finally {
      restore()
    }
    await db.asSystem((tx) =>
      tx
        .update(glassBreaks)
        .set({ endsAt: new Date(Date.now() - 1) })
        .where(eq(glassBreaks.askedBy, francesca.userId)),
    )
    expect(await reached(francesca)).toEqual([0, 0, 0])
  })

  test('is asked for once, waits for a day, and is not opened by a no', async () => {
    await ask()
    await expect(ask()).rejects.toThrow('glass_asked_already')
    await expect(ask(chiara)).rejects.toThrow('forbidden')
    const restore = setClock(() => new Date(Date.now() + GLASS_WAITS))
    try {
      await expect(decide(roberto)).rejects.toThrow('glass_not_yours')
    } finally {
      restore()
    }
    await decide(roberto, 'refused')
    expect(await reached(francesca)).toEqual([0, 0, 0])
  })

  test('is not looked for by trying codes: each that nobody has is written down as a refusal', async () => {
    const clara = await aStaff('coordinator')
    for (const code of ['NESSUNO-1', 'NESSUNO-2'])
      await expect(ask(clara, code)).rejects.toThrow('glass_code_unknown')
    const tried = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.actorId, clara.userId)),
    )
    const refused = { action: 'glass.asked_unknown', result: 'denied', subjectId: person.orgId }
    expect(tried).toMatchObject([refused, refused])
  })

  test('is told to who may allow it, then to who follows her, who reads of it in her file', async () => {
    await ask()
    const asked = await told('glass.asked')
    expect(asked).toEqual(expect.arrayContaining([roberto.userId, irene.userId]))
    expect(asked).not.toContain(francesca.userId)
    const before = (await told('glass.broken')).length
    await decide(roberto)
    expect((await told('glass.broken')).slice(before)).toEqual([chiara.userId])
    const [notice] = await withActor(chiara, (tx) => glassOfPerson(tx, person))
    expect(notice).toMatchObject({ askedBy: francesca.name, reason: 'danger', open: true })
    const [line] = (await withActor(francesca, listGlass)).filter(({ code }) => code === person.code)
    expect(line).toMatchObject({ mine: true, state: 'open', decidedBy: roberto.name })
  })
})
