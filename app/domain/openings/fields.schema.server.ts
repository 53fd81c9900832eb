import { z } from 'zod'
import { isIsoDate } from '../calendar/rome.ts'
import { isSkill } from '../taxonomy/vocabulary.ts'

/** Longest list and text that any form of ours takes. */
export const MOST_ITEMS = 50
export const MOST_CHARACTERS = 4_000

/** The options of every strict object: a field that no form of ours has was not sent by one. */
export const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'openings_form_unknown' : undefined,
}

/** The version that the form was made from. */
export const version = z.int({ error: 'openings_form_unknown' }).min(1, { error: 'openings_form_unknown' })

export const skillCode = z
  .string({ error: 'openings_skill_unknown' })
  .refine(isSkill, { error: 'openings_skill_unknown' })

export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item, { error: 'openings_form_unknown' }).max(MOST_ITEMS, { error: 'openings_list_too_long' })

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number, error: string) =>
  z.int({ error }).min(least, { error }).max(most, { error })

/** A day that a calendar of ours can mean; a year typed by halves is none. */
export const day = z
  .string({ error: 'openings_date_wrong' })
  .refine((value) => isIsoDate(value) && value >= '2020-01-01' && value < '2100-01-01', {
    error: 'openings_date_wrong',
  })
