import { NO_DATE_YET } from '#app/domain/candidates/no-date-yet.ts'
import type { ProfileRow } from '#app/domain/candidates/to-match-profile.server.ts'
import { demandLabel, placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import { cefrLevels } from '#app/domain/taxonomy/cefr.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { labelOfProfession, labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import { emptyBits } from '#app/ui/week-grid/mask-fields.ts'
import { formatDate, formatMoney } from './format.ts'
import { text } from './text.server.ts'

/** From when, until when and whether a renewal runs, in one line. */
function permitOf({ mayWorkFrom, permitUntil, renewalUnderWay }: ProfileRow): string {
  if (mayWorkFrom === NO_DATE_YET) return text('desk_profile_may_not_work')
  const from = formatDate(mayWorkFrom)
  if (permitUntil === null) return text('desk_profile_may_work_from', { from })
  const until = formatDate(permitUntil)
  return text(renewalUnderWay ? 'desk_profile_may_work_renewal' : 'desk_profile_may_work_until', {
    from,
    until,
  })
}

const list = (items: readonly string[]): string | null => (items.length > 0 ? items.join(', ') : null)

/** A profile in words; null where nothing was said. */
export function profileView(row: ProfileRow, locale: LabelLocale) {
  const level = (value: number) => cefrLevels.find((each) => each.value === value)?.[locale] ?? ''
  const wishes = [
    ...row.preferredSectors.map((code) => sectorLabel(code, locale)),
    ...row.preferredProfessions.map((code) => labelOfProfession(code, locale)),
  ]
  return {
    /** Nothing fits a profile without aims or hours: it has not been talked through yet. */
    complete: row.aims.length > 0 && row.withChildcare !== emptyBits,
    profession: labelOfProfession(row.professionCode, locale),
    skills: row.skillCodes.map((code, at) => ({
      code,
      label: labelOfSkill(code, locale),
      level: text(`matching_level_${row.skillLevels[at] ?? 1}`).toLowerCase(),
    })),
    spoken: level(row.italianSpoken),
    written: level(row.italianWritten),
    available: row.available,
    withChildcare: row.withChildcare,
    place: placeLabel(row.placeCode),
    maxKm: row.maxKm,
    licences: list([
      ...row.licences,
      ...(row.hasVehicle ? [text('desk_profile_has_vehicle').toLowerCase()] : []),
    ]),
    permit: permitOf(row),
    freeFrom: formatDate(row.freeFrom),
    waitingSince: formatDate(row.waitingSince),
    minPay: row.minPayCents > 0 ? formatMoney(row.minPayCents) : null,
    aims: list(row.aims.map((aim) => text(`matching_kind_${aim}`))),
    limits: list(row.limits.map((limit) => demandLabel(limit, locale))),
    wishes: list(wishes),
    plan: list(row.planSkills.map((code) => labelOfSkill(code, locale))),
  }
}
