import { system } from '#app/domain/shared/actor.ts'
import type { CompanyId, ContactId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import { toBits } from '#app/domain/matching/week.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { openings, openingShifts, openingSkills } from '#db/schema/openings.ts'

const openingRow = (opening: MatchOpening): typeof openings.$inferInsert => ({
  id: opening.openingId as OpeningId,
  companyId: opening.companyId as CompanyId,
  state: 'open',
  stepsDone: 4,
  kind: opening.kind,
  title: 'Generata',
  professionCode: opening.professionCode,
  placeCode: opening.place.townCode,
  lat: opening.place.lat,
  lng: opening.place.lng,
  childcareProvided: opening.childcareProvided,
  transportProvided: opening.transportProvided,
  lodgingProvided: opening.lodgingProvided,
  teaches: [...opening.teaches],
  licences: [...opening.licences],
  needsVehicle: opening.needsVehicle,
  italianSpoken: opening.italianSpoken,
  italianWritten: opening.italianWritten,
  startFrom: opening.startFrom,
  startLatest: opening.startLatest,
  payMonthlyCents: opening.payMonthlyCents,
  demands: [...opening.demands],
  createdAt: now(),
  postedAt: now(),
})

const shiftRows = ({ openingId, shiftOptions }: MatchOpening): (typeof openingShifts.$inferInsert)[] =>
  shiftOptions.map((option, position) => ({
    openingId: openingId as OpeningId,
    position,
    ...(option.type === 'fixed'
      ? { kind: 'fixed', mask: toBits(option.mask) }
      : { kind: 'flexible', mask: toBits(option.window), hoursPerWeek: option.hoursPerWeek }),
  }))

const skillRows = ({
  openingId,
  requiredSkills,
  desiredSkills,
}: MatchOpening): (typeof openingSkills.$inferInsert)[] => {
  const id = openingId as OpeningId
  const required = new Set(requiredSkills.map(({ code }) => code))
  return [
    ...requiredSkills.map(({ code, level }) => ({
      openingId: id,
      ...{ skillCode: code, need: 'required' as const, level, weight: 1 },
    })),
    ...desiredSkills
      .filter(({ code }) => !required.has(code))
      .map(({ code, level, weight }) => ({
        openingId: id,
        ...{ skillCode: code, need: 'desired' as const, level, weight },
      })),
  ]
}

/**
 * Posts openings known only by the facts that a match reads. A company has one sector and an opening asks for a skill
 * once: give the openings of a company its sector, and no skill both as required and as desired.
 */
export async function postedOpenings(posted: readonly MatchOpening[]): Promise<void> {
  const employers = new Map(posted.map((opening) => [opening.companyId, opening]))
  await withActor(system('test'), async (tx) => {
    await tx
      .insert(companies)
      .values(
        [...employers.values()].map(({ companyId, companyVatId, sector }) => ({
          id: companyId as CompanyId,
          vatId: companyVatId ?? '',
          ...{ name: 'Generata', sector, sizeBand: 'small' as const, placeCode: '001272' },
          ...{ verification: 'verified' as const, createdAt: now() },
        })),
      )
      .onConflictDoNothing()
    const people = [...employers.values()].flatMap(({ companyId, companyPeople }) =>
      companyPeople.map((name) => ({
        ...{ id: newId<ContactId>(), companyId: companyId as CompanyId, name, createdAt: now() },
      })),
    )
    if (people.length > 0) await tx.insert(contacts).values(people)
    await tx.insert(openings).values(posted.map(openingRow))
    const shifts = posted.flatMap(shiftRows)
    if (shifts.length > 0) await tx.insert(openingShifts).values(shifts)
    const skills = posted.flatMap(skillRows)
    if (skills.length > 0) await tx.insert(openingSkills).values(skills)
  })
}
