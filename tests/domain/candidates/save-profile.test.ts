import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { saveNotes } from '#app/domain/candidates/save-notes.server.ts'
import { saveProfileSchema } from '#app/domain/candidates/save-profile.schema.server.ts'
import { saveProfile } from '#app/domain/candidates/save-profile.server.ts'
import { setExclusionsSchema } from '#app/domain/candidates/set-exclusions.schema.server.ts'
import { setExclusions } from '#app/domain/candidates/set-exclusions.server.ts'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import { emptyWeek, toBits, weekPresets } from '#app/domain/matching/week.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { candidateExclusions, candidates, profiles } from '#db/schema/candidates.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

const form = {
  version: 1,
  professionCode: 'isco-7212-welder',
  skills: [
    { code: 'sk-mig-mag-welding', level: 2 },
    { code: 'sk-grinding', level: 3 },
  ],
  italianSpoken: 3,
  italianWritten: 1,
  available: toBits(weekPresets.mon_fri_8_12),
  withChildcare: toBits(weekPresets.mon_fri_14_18),
  placeCode: 'Cuneo',
  maxKm: 15,
  licences: ['B', 'B'],
  hasVehicle: true,
  mayWorkFrom: '2026-01-10',
  permitUntil: '2027-01-10',
  renewalUnderWay: false,
  freeFrom: '2026-11-02',
  minPay: '1.050,50',
  aims: ['internship', 'job'],
  limits: ['night_work'],
  preferredSectors: ['metal'],
  preferredProfessions: ['isco-7212-welder'],
  planSkills: ['sk-tig-welding'],
}

async function aFile() {
  const actor = await aStaff('case_manager')
  const person = await aCandidate({ orgId: actor.orgId, caseManagerId: actor.userId })
  return { actor, person }
}
const rowsOf = ({ candidateId }: CandidateRef) =>
  db.asSystem(async (tx) => ({
    profile: (await tx.select().from(profiles).where(eq(profiles.candidateId, candidateId)))[0],
    version: (await tx.select().from(candidates).where(eq(candidates.id, candidateId)))[0]?.version,
    audited: (await tx.select().from(auditLog).where(eq(auditLog.subjectId, candidateId))).map(
      ({ action }) => action,
    ),
  }))

describe('a profile', () => {
  test('is saved with what follows from it', async () => {
    const { actor, person } = await aFile()
    await withActor(actor, (tx) => saveProfile(tx, person, saveProfileSchema.parse(form)))
    const { profile, version, audited } = await rowsOf(person)
    expect(profile).toMatchObject({
      ...{
        professionCode: 'isco-7212-welder',
        skillCodes: ['sk-mig-mag-welding', 'sk-grinding'],
        skillLevels: [2, 3],
      },
      ...{
        placeCode: '004078',
        province: 'CN',
        maxKm: 15,
        licences: ['B'],
        hasVehicle: true,
        minPayCents: 105_050,
      },
      ...{
        mayWorkFrom: '2026-01-10',
        permitUntil: '2027-01-10',
        aims: ['internship', 'job'],
        slots: ['morning'],
      },
      ...{ limits: ['night_work'], planSkills: ['sk-tig-welding'], matchable: true },
    })
    expect(profile?.lat).toBeCloseTo(44.39, 1)
    expect(profile?.withChildcare).toBe(toBits(weekPresets.mon_fri_8_12 | weekPresets.mon_fri_14_18))
    expect(version).toBe(2)
    expect(audited).toEqual(['candidate.profile_saved'])
  })

  test('left empty says that she may not work yet, has no permit that ends, needs no minimum', async () => {
    const { actor, person } = await aFile()
    const { mayWorkFrom: _m, permitUntil: _p, minPay: _pay, skills: _s, ...rest } = form
    const input = saveProfileSchema.parse({ ...rest, available: toBits(emptyWeek) })
    await withActor(actor, (tx) => saveProfile(tx, person, input))
    expect((await rowsOf(person)).profile).toMatchObject({
      ...{ mayWorkFrom: '9999-12-31', permitUntil: null, minPayCents: 0, skillCodes: [], slots: [] },
    })
  })

  test('puts nobody into the engine who is not in it', async () => {
    const actor = await aStaff('case_manager')
    const person = await aCandidate({ orgId: actor.orgId, profile: { matchable: false } })
    await withActor(actor, (tx) => saveProfile(tx, person, saveProfileSchema.parse(form)))
    expect((await rowsOf(person)).profile?.matchable).toBe(false)
  })

  test('saved from an old form is refused, and nothing of it stays', async () => {
    const { actor, person } = await aFile()
    await withActor(actor, (tx) => saveProfile(tx, person, saveProfileSchema.parse(form)))
    const late = saveProfileSchema.parse({ ...form, maxKm: 99 })
    const attempt = withActor(actor, (tx) => saveProfile(tx, person, late))
    await expect(attempt).rejects.toMatchObject({ code: 'stale' })
    expect((await rowsOf(person)).profile?.maxKm).toBe(15)
  })

  test('is saved by her organisation alone', async () => {
    const { actor, person } = await aFile()
    const bruna = await aStaff('case_manager')
    const input = saveProfileSchema.parse(form)
    for (const [who, orgId] of [
      [bruna, actor.orgId],
      [bruna, bruna.orgId],
      [await aStaff('coordinator', actor.orgId), actor.orgId],
    ] as const) {
      const attempt = withActor(who, (tx) => saveProfile(tx, { ...person, orgId }, input))
      await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
    }
    expect((await rowsOf(person)).version).toBe(1)
  })

  test.each([
    [{ placeCode: 'Atlantide' }, 'placeCode', 'desk_person_place_unknown'],
    [{ maxKm: -1 }, 'maxKm', 'desk_person_km_wrong'],
    [{ minPay: 'tanto' }, 'minPay', 'desk_person_pay_wrong'],
    [{ permitUntil: '2026-01-10' }, 'permitUntil', 'desk_person_permit_order'],
    [{ freeFrom: undefined }, 'freeFrom', 'desk_person_free_from_missing'],
    [{ available: '1' }, 'available', 'desk_person_form_unknown'],
    [{ skills: [{ code: 'sk-grinding', level: 4 }] }, 'skills.0.level', 'desk_person_level_missing'],
    [
      { skills: [1, 2].map((level) => ({ code: 'sk-grinding', level })) },
      'skills.1.code',
      'desk_person_skill_twice',
    ],
    [{ limits: Array.from({ length: 51 }, () => 'dust') }, 'limits', 'desk_person_list_too_long'],
  ])('%j is refused beside its field', (wrong, field, message) => {
    const result = saveProfileSchema.safeParse({ ...form, ...wrong })
    expect(result.error?.issues.map(({ path, message: text }) => [path.join('.'), text])).toEqual([
      [field, message],
    ])
  })
})

describe('notes', () => {
  test('are sealed, and read back by her organisation', async () => {
    const { actor, person } = await aFile()
    await withActor(actor, (tx) => saveNotes(tx, person, { version: 1, notes: 'Preferisce il mattino' }))
    const [row] = await db.asSystem((tx) =>
      tx.select({ notes: candidates.notes }).from(candidates).where(eq(candidates.id, person.candidateId)),
    )
    expect(row?.notes?.toString('utf8')).not.toContain('mattino')
    const file = await withActor(actor, (tx) => readCandidate(tx, person.orgId, person.candidateId))
    expect([file.notes, file.version]).toEqual(['Preferisce il mattino', 2])
    await withActor(actor, (tx) => saveNotes(tx, person, { version: 2, notes: '' }))
    const emptied = await withActor(actor, (tx) => readCandidate(tx, person.orgId, person.candidateId))
    expect(emptied.notes).toBe('')
  })
})

describe('what she avoids', () => {
  const avoidedBy = ({ orgId, candidateId }: CandidateRef) =>
    db.asSystem(async (tx) => {
      const hers = and(eq(candidateExclusions.orgId, orgId), eq(candidateExclusions.candidateId, candidateId))
      const rows = await tx.select().from(candidateExclusions).where(hers)
      return rows.map(({ kind, value }) => `${kind}:${value}`).sort()
    })

  test('is kept in the form in which openings have it, added to and taken away', async () => {
    const { actor, person } = await aFile()
    const companyId = await aCompany()
    const set = (values: object) =>
      withActor(actor, (tx) => setExclusions(tx, person, setExclusionsSchema.parse(values)))
    await set({ version: 1, company: companyId, vat: 'IT 0000 0000 001', town: 'Cuneo' })
    expect(await avoidedBy(person)).toEqual([`company:${companyId}`, 'town:004078', 'vat:00000000001'])
    await set({ version: 2, keep: ['town:004078', 'town:001272'], town: 'Cuneo' })
    expect(await avoidedBy(person)).toEqual(['town:004078'])
    await set({ version: 3, person: 'ROSSI  Mario, detto «Marió»' })
    expect(await avoidedBy(person)).toEqual(['person:detto mario rossi'])
    await set({ version: 4, keep: ['person:detto mario rossi', 'person:neri ugo'] })
    expect(await avoidedBy(person)).toEqual(['person:detto mario rossi'])
    await set({ version: 5 })
    expect(await avoidedBy(person)).toEqual([])
  })

  test('an unknown company is refused beside its field', async () => {
    const { actor, person } = await aFile()
    const input = setExclusionsSchema.parse({ version: 1, company: newId<string>() })
    const attempt = withActor(actor, (tx) => setExclusions(tx, person, input))
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', field: 'company' })
  })

  test('a name of one word, said twice, is refused beside its field', async () => {
    const { actor, person } = await aFile()
    const input = setExclusionsSchema.parse({ version: 1, person: 'Rossi rossi' })
    const attempt = withActor(actor, (tx) => setExclusions(tx, person, input))
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', field: 'person' })
  })

  test.each([
    { owner: 'Rossi' },
    { owner: 'a '.repeat(61) },
    { vat: '123' },
    { town: 'Atlantide' },
    { company: 'x' },
    { keep: ['owner:1'] },
    { keep: ['person:1'] },
  ])('%j is no form of ours', (wrong) => {
    expect(setExclusionsSchema.safeParse({ version: 1, ...wrong }).success).toBe(false)
  })
})
