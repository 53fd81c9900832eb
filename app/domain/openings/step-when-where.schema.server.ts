import { z } from 'zod'
import { fromBits, hoursOf } from '../matching/week.ts'
import { licenceCategories } from '../taxonomy/licences.ts'
import { day, listOf, strictly, version, whole } from './fields.schema.server.ts'
import { MOST_SHIFTS, type OpeningShift } from './opening-facts.ts'
import { chosenPlace } from './place-choice.server.ts'

/** Hours of a week. */
const MOST_HOURS = 168

const MASK = /^[01]{336}$/

const hours = whole(1, MOST_HOURS, 'openings_hours_out_of_week')

const shift = z
  .strictObject(
    {
      kind: z.enum(['fixed', 'flexible'], { error: 'openings_shift_kind_missing' }),
      mask: z.string({ error: 'openings_week_wrong' }).regex(MASK, { error: 'openings_week_wrong' }),
      hoursPerWeek: hours.optional(),
    },
    strictly,
  )
  .superRefine(({ kind, mask, hoursPerWeek }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    // Rules on the whole run also where a field has failed already.
    if (!MASK.test(mask)) return
    const inside = hoursOf(fromBits(mask))
    if (inside === 0) refuse('mask', 'openings_week_empty')
    else if (kind === 'flexible' && hoursPerWeek === undefined)
      refuse('hoursPerWeek', 'openings_flexible_hours_missing')
    else if (kind === 'flexible' && Number(hoursPerWeek) > inside && Number(hoursPerWeek) <= MOST_HOURS)
      refuse('hoursPerWeek', 'openings_flexible_hours_above_window')
  })
  .transform(({ kind, mask, hoursPerWeek }): OpeningShift => {
    return { kind, mask, hoursPerWeek: kind === 'flexible' ? (hoursPerWeek ?? null) : null }
  })

const placeCode = z.string().transform((typed, context) => {
  const place = chosenPlace(typed)
  if (place) return place.code
  context.addIssue({ code: 'custom', message: 'openings_place_unknown' })
  return z.NEVER
})

/** The third step: the hours, the place, the start. */
export const whenWhereStepSchema = z
  .strictObject(
    {
      version,
      shifts: z
        .array(shift, { error: 'openings_shifts_missing' })
        .min(1, { error: 'openings_shifts_missing' })
        .max(MOST_SHIFTS, { error: 'openings_shifts_too_many' }),
      hoursPerWeek: hours.optional(),
      placeCode: placeCode.optional(),
      licences: listOf(z.enum(licenceCategories, { error: 'openings_licence_unknown' })).default([]),
      needsVehicle: z.boolean().default(false),
      startFrom: day.optional(),
      startLatest: day.optional(),
      durationMonths: whole(1, 60, 'openings_duration_out_of_range').optional(),
      places: whole(1, 50, 'openings_places_out_of_range').default(1),
    },
    strictly,
  )
  .superRefine(({ startFrom, startLatest }, context) => {
    if (startFrom && startLatest && startFrom > startLatest)
      context.addIssue({ code: 'custom', path: ['startLatest'], message: 'openings_start_order' })
  })

export type WhenWhereStep = Omit<z.output<typeof whenWhereStepSchema>, 'version'>
