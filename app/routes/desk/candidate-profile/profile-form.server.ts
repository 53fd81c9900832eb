import { getZodConstraint } from '@conform-to/zod/v4'
import { NO_DATE_YET } from '#app/domain/candidates/no-date-yet.ts'
import type { CandidateFile } from '#app/domain/candidates/read-candidate.server.ts'
import { saveProfileSchema } from '#app/domain/candidates/save-profile.schema.server.ts'
import { openingKinds } from '#app/domain/matching/types.ts'
import { euroFieldOf } from '#app/domain/openings/euro.ts'
import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import { placeChoices } from '#app/domain/openings/place-choice.server.ts'
import { demands } from '#app/domain/taxonomy/demands.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { licenceCategories } from '#app/domain/taxonomy/licences.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { italianOptions } from '#app/web/candidate-options.server.ts'
import { professionOptions } from '#app/web/profession-options.server.ts'
import { text } from '#app/web/text.server.ts'

/** The profile as its form holds it: everything is text. */
export function profileValues({ profile }: CandidateFile) {
  return {
    professionCode: profile.professionCode,
    skills: profile.skillCodes.map((code, at) => ({ code, level: String(profile.skillLevels[at] ?? 1) })),
    italianSpoken: String(profile.italianSpoken),
    italianWritten: String(profile.italianWritten),
    available: profile.available,
    withChildcare: profile.withChildcare,
    placeCode: placeLabel(profile.placeCode),
    maxKm: String(profile.maxKm),
    licences: profile.licences,
    hasVehicle: profile.hasVehicle ? 'on' : '',
    mayWorkFrom: profile.mayWorkFrom === NO_DATE_YET ? '' : profile.mayWorkFrom,
    permitUntil: profile.permitUntil ?? '',
    renewalUnderWay: profile.renewalUnderWay ? 'on' : '',
    freeFrom: profile.freeFrom,
    minPay: profile.minPayCents > 0 ? euroFieldOf(profile.minPayCents) : '',
    aims: profile.aims,
    limits: profile.limits,
    preferredSectors: profile.preferredSectors,
    preferredProfessions: profile.preferredProfessions,
    planSkills: profile.planSkills,
  }
}

export type ProfileValues = ReturnType<typeof profileValues>

/** What the form lets one choose from. */
export function profileChoices(locale: LabelLocale) {
  return {
    constraint: getZodConstraint(saveProfileSchema),
    professions: professionOptions(locale),
    italian: italianOptions(locale),
    placeNames: placeChoices,
    licences: licenceCategories.map((category) => ({ value: category, label: category })),
    aims: openingKinds.map((kind) => ({
      value: kind,
      label: text(`matching_kind_${kind}`),
      hint: text(`desk_profile_aim_${kind}`),
    })),
    limits: demands.map((demand) => ({ value: demand.code, label: demand[locale] })),
    sectors: sectors.map((sector) => ({ value: sector.code, label: sector[locale] })),
  }
}

export type ProfileChoices = ReturnType<typeof profileChoices>
