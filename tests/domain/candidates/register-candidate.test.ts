import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import { registerCandidateSchema } from '#app/domain/candidates/register-candidate.schema.server.ts'
import { registerCandidate } from '#app/domain/candidates/register-candidate.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { blindIndex } from '#app/platform/crypto.server.ts'
import { candidateKeys, candidates, profiles } from '#db/schema/candidates.ts'
import { auditLog } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const form = {
  firstName: 'Blessing',
  lastName: 'Osagie Immaginaria',
  alias: 'Bibi',
  birthDate: '1998-02-03',
  phone: '347 0000001',
  professionCode: 'isco-9412-kitchen-helper',
  italianSpoken: 2,
  placeCode: 'Ivrea (TO)',
}
const registered = async () => {
  const actor = await aStaff('case_manager')
  const input = registerCandidateSchema.parse(form)
  const candidateId = await withActor(actor, (tx) => registerCandidate(tx, actor.orgId, input))
  return { actor, candidateId }
}
const rowOf = (candidateId: CandidateId) =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(candidates).where(eq(candidates.id, candidateId))
    const [profile] = await tx.select().from(profiles).where(eq(profiles.candidateId, candidateId))
    if (!row || !profile) throw new Error('no such person')
    return { row, profile }
  })

describe('a person taken on', () => {
  test('has a code, a key, a profile from her comune, and an audit row', async () => {
    const { actor, candidateId } = await registered()
    const { row, profile } = await rowOf(candidateId)
    expect(row.code).toMatch(/^[A-Z]+-[1-9]\d\d$/)
    expect(row).toMatchObject({
      orgId: actor.orgId,
      caseManagerId: actor.userId,
      state: 'active',
      version: 1,
    })
    expect(profile).toMatchObject({ placeCode: '001125', province: 'TO', italianSpoken: 2, matchable: false })
    expect(profile.lat).toBeCloseTo(45.47, 1)
    expect(
      await db.asSystem((tx) => tx.$count(candidateKeys, eq(candidateKeys.candidateId, candidateId))),
    ).toBe(1)
    const trail = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, candidateId)),
    )
    expect(trail.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['candidate.registered', actor.userId],
    ])
  })

  test('leaves none of what says who she is in the tables', async () => {
    const { candidateId } = await registered()
    const [dump] = await db.asSystem((tx) =>
      tx.execute<{ text: string }>(
        sql`select (select string_agg(c::text, '') from candidates c) || (select string_agg(p::text, '') from profiles p)
          || (select string_agg(a::text, '') from audit_log a) as text`,
      ),
    )
    const said = (dump?.text ?? '').toLowerCase()
    expect(said).toContain(candidateId)
    for (const secret of ['Blessing', 'Osagie', 'Bibi', '1998-02-03', '0000001']) {
      expect(said).not.toContain(secret.toLowerCase())
      expect(said).not.toContain(Buffer.from(secret).toString('hex'))
    }
    const { row } = await rowOf(candidateId)
    expect(row.lastNameIndex).toBe(blindIndex('candidates.last_name', ' osagie IMMAGINARIA '))
  })

  test('is admitted by nothing until her profile has been talked through, even with her consent', async () => {
    const { actor, candidateId } = await registered()
    const openingId = await anOpening()
    await withActor(actor, (tx) =>
      recordConsent(tx, {
        ...{ orgId: actor.orgId, candidateId, purpose: 'matching', subjectId: null, decision: 'given' },
        ...{ textShown: 'x', language: 'it', channel: 'in_person', withMediator: false },
      }),
    )
    const result = await withActor(actor, async (tx) => {
      const [opening] = await loadMatchOpenings(tx, [openingId])
      return opening && postgresEngine.match(tx, opening)
    })
    expect((await rowOf(candidateId)).profile.matchable).toBe(true)
    expect(result).toMatchObject({ admitted: { own: 0, others: 0 }, nearMisses: [] })
  })

  test('is taken on by case managers only, and for their own organisation', async () => {
    const input = registerCandidateSchema.parse(form)
    const anna = await aStaff('case_manager')
    const bruna = await aStaff('case_manager')
    for (const actor of [bruna, await aStaff('coordinator', anna.orgId), await anHrContact()]) {
      const attempt = withActor(actor, (tx) => registerCandidate(tx, anna.orgId, input))
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})

describe('the form', () => {
  test.each([
    [{ firstName: ' ' }, 'firstName', 'desk_person_first_name_missing'],
    [{ lastName: undefined }, 'lastName', 'desk_person_last_name_missing'],
    [{ birthDate: '1998-02-30' }, 'birthDate', 'desk_person_date_wrong'],
    [{ phone: '12' }, 'phone', 'desk_person_phone_wrong'],
    [{ professionCode: 'isco-0000-pirate' }, 'professionCode', 'desk_person_profession_missing'],
    [{ placeCode: 'Atlantide' }, 'placeCode', 'desk_person_place_unknown'],
    [{ italianSpoken: 7 }, 'italianSpoken', 'desk_person_italian_missing'],
  ])('%j is refused beside its field', (wrong, field, message) => {
    const result = registerCandidateSchema.safeParse({ ...form, ...wrong })
    expect(result.error?.issues.map(({ path, message: text }) => [path.join('.'), text])).toEqual([
      [field, message],
    ])
  })

  test('a field of no form of ours is refused', () => {
    const result = registerCandidateSchema.safeParse({ ...form, orgId: 'x' })
    expect(result.error?.issues.map(({ message }) => message)).toEqual(['desk_person_form_unknown'])
  })

  test('alias, birth date and telephone may wait', () => {
    const { alias: _a, birthDate: _b, phone: _p, ...rest } = form
    expect(registerCandidateSchema.safeParse(rest).success).toBe(true)
  })
})

describe('her file', () => {
  test('opens for her organisation, and every opening is written down', async () => {
    const { actor, candidateId } = await registered()
    const colleague = await aStaff('case_manager', actor.orgId)
    const file = await withActor(colleague, (tx) => readCandidate(tx, actor.orgId, candidateId))
    expect(file).toMatchObject({
      firstName: 'Blessing',
      lastName: 'Osagie Immaginaria',
      alias: 'Bibi',
      birthDate: '1998-02-03',
      phone: '+393470000001',
      notes: '',
      caseManager: actor.name,
      exclusions: [],
    })
    const trail = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, candidateId)),
    )
    expect(trail.at(-1)).toMatchObject({ action: 'candidate.read', actorId: colleague.userId, result: 'ok' })
  })

  test('is not found by anybody else, and stays closed once her key is gone', async () => {
    const { actor, candidateId } = await registered()
    const bruna = await aStaff('case_manager')
    for (const [who, orgId] of [
      [bruna, bruna.orgId],
      [bruna, actor.orgId],
      [await aStaff('coordinator', actor.orgId), actor.orgId],
    ] as const) {
      const attempt = withActor(who, (tx) => readCandidate(tx, orgId, candidateId))
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
    }
    await db.asSystem((tx) => tx.delete(candidateKeys).where(eq(candidateKeys.candidateId, candidateId)))
    const erased = withActor(actor, (tx) => readCandidate(tx, actor.orgId, candidateId))
    await expect(erased).rejects.toMatchObject({ code: 'not_found' })
  })
})
