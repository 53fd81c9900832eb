import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { toBits } from '#app/domain/matching/week.ts'
import type { MatchOpening, ShiftOption } from '#app/domain/matching/types.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import type { CompanyId, ContactId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { openings, smallVocabulary } from '#tests/support/matching-arbitraries.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

let caseManager: StaffActor
let company: { id: CompanyId; vatId: string }
beforeAll(async () => {
  caseManager = await aStaff()
  const id = await aCompany()
  const [row] = await db.asSystem((tx) => tx.select().from(companies).where(eq(companies.id, id)))
  company = { id, vatId: row?.vatId ?? '' }
  // Who has asked to enter its area is none of its people yet; who has left it still is.
  const someone = { companyId: id, role: 'owner' as const, createdAt: now() }
  await db.asSystem((tx) =>
    tx.insert(contacts).values([
      { ...someone, id: newId<ContactId>(), name: 'Ugo  NERI, Ugo' },
      { ...someone, id: newId<ContactId>(), name: 'D’Ángelo, Elena-Maria' },
      { ...someone, id: newId<ContactId>(), name: 'Carla Łukasz\u200b Verdi', role: 'hr' },
      { ...someone, id: newId<ContactId>(), name: 'Marta Sconosciuta', active: false },
    ]),
  )
  await db.asSystem((tx) => tx.update(contacts).set({ active: false }).where(eq(contacts.companyId, id)))
})

const shiftRow = (option: ShiftOption) =>
  option.type === 'fixed'
    ? { kind: 'fixed' as const, mask: toBits(option.mask) }
    : { kind: 'flexible' as const, mask: toBits(option.window), hoursPerWeek: option.hoursPerWeek }

/** Writes an opening as the form would, and reads it as a match does. */
async function throughTheDatabase(opening: MatchOpening): Promise<MatchOpening | undefined> {
  const required = opening.requiredSkills.map(({ code, level }) => ({
    skillCode: code,
    need: 'required' as const,
    level,
  }))
  const desired = opening.desiredSkills.map(({ code, ...rest }) => ({
    skillCode: code,
    need: 'desired' as const,
    ...rest,
  }))
  await db.asSystem((tx) =>
    tx.update(companies).set({ sector: opening.sector }).where(eq(companies.id, company.id)),
  )
  const { townCode, lat, lng } = opening.place
  const id = await anOpening(
    {
      id: opening.openingId as OpeningId,
      companyId: company.id,
      kind: opening.kind,
      professionCode: opening.professionCode,
      ...{ placeCode: townCode, lat, lng },
      licences: [...opening.licences],
      needsVehicle: opening.needsVehicle,
      italianSpoken: opening.italianSpoken,
      italianWritten: opening.italianWritten,
      payMonthlyCents: opening.payMonthlyCents,
      startFrom: opening.startFrom,
      startLatest: opening.startLatest,
      transportProvided: opening.transportProvided,
      lodgingProvided: opening.lodgingProvided,
      childcareProvided: opening.childcareProvided,
      demands: [...opening.demands],
      teaches: [...opening.teaches],
    },
    { shifts: opening.shiftOptions.map(shiftRow), skills: [...required, ...desired] },
  )
  const [read] = await withActor(caseManager, (tx) => loadMatchOpenings(tx, [id]))
  return read
}

/** Openings as rows can hold them: whole hours, a skill in one list only. */
const keepable = openings(smallVocabulary).map((opening): MatchOpening => {
  const required = new Set(opening.requiredSkills.map(({ code }) => code))
  return {
    ...opening,
    companyId: company.id,
    companyVatId: company.vatId,
    companyPeople: ['angelo d elena maria', 'carla lukasz verdi', 'neri ugo'],
    shiftOptions: opening.shiftOptions.map((option) =>
      option.type === 'fixed' ? option : { ...option, hoursPerWeek: Math.floor(option.hoursPerWeek) },
    ),
    desiredSkills: opening.desiredSkills.filter(({ code }) => !required.has(code)),
  }
})

/** Skills have no order in a match. */
const sorted = (opening: MatchOpening | undefined) =>
  opening && {
    ...opening,
    requiredSkills: [...opening.requiredSkills].sort((a, b) => (a.code < b.code ? -1 : 1)),
    desiredSkills: [...opening.desiredSkills].sort((a, b) => (a.code < b.code ? -1 : 1)),
  }

describe('an opening as a match reads it', () => {
  test('is what was written, every half-hour of every mask included', async () => {
    await fc.assert(
      fc.asyncProperty(keepable, async (opening) => {
        expect(sorted(await throughTheDatabase(opening))).toEqual(sorted(opening))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('is left out while a draft has gaps', async () => {
    const [whole, gap] = [await anOpening(), await anOpening({ state: 'draft', startLatest: null })]
    const read = await withActor(caseManager, (tx) => loadMatchOpenings(tx, [whole, gap]))
    expect(read.map(({ openingId }) => openingId)).toEqual([whole])
  })
})
