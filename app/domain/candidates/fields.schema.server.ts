import { z } from 'zod'
import { isIsoDate } from '../calendar/rome.ts'
import { chosenPlace } from '../openings/place-choice.server.ts'
import { isProfession, isSkill } from '../taxonomy/vocabulary.ts'

/** Longest list and text that any form of ours takes. */
const MOST_ITEMS = 50
export const MOST_CHARACTERS = 4_000

const UNKNOWN = 'desk_person_form_unknown'

/** The options of every strict object: a field that no form of ours has was not sent by one. */
export const strictly = {
  error: (issue: { code?: string }) => (issue.code === 'unrecognized_keys' ? UNKNOWN : undefined),
}

/** The version of the person's file that the form was made from. */
export const version = z.int({ error: UNKNOWN }).min(1, { error: UNKNOWN })

export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item, { error: UNKNOWN }).max(MOST_ITEMS, { error: 'desk_person_list_too_long' })

export const once = <T>(list: T[]): T[] => [...new Set(list)]

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number, error: string) =>
  z.int({ error }).min(least, { error }).max(most, { error })

/** A day of this century or, for births, of the last. */
export const day = (from = '2000-01-01', error = 'desk_person_date_wrong') =>
  z.string({ error }).refine((value) => isIsoDate(value) && value >= from && value < '2100-01-01', { error })

/** A line of text. */
export const line = (most: number, missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(most, { error: 'desk_person_text_too_long' })

export const professionCode = z
  .string({ error: 'desk_person_profession_missing' })
  .refine(isProfession, { error: 'desk_person_profession_missing' })

export const skillCode = z
  .string({ error: 'desk_person_skill_missing' })
  .refine(isSkill, { error: 'desk_person_skill_missing' })

/** A comune as typed or chosen; comes out as its code. */
export const placeCode = z.string({ error: 'desk_person_place_missing' }).transform((typed, context) => {
  const place = chosenPlace(typed)
  if (place) return place.code
  context.addIssue({ code: 'custom', message: 'desk_person_place_unknown' })
  return z.NEVER
})

/** Italian as a level of the CEFR, 0 for a few words. */
export const italian = whole(0, 6, 'desk_person_italian_missing')
