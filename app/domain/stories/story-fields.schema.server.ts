import { z } from 'zod'

/** The options of every strict object: a field that no form of ours has was not sent by one. */
export const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'stories_form_unknown' : undefined,
}

/** The version that the form was made from. */
export const version = z.int({ error: 'stories_form_unknown' }).min(1, { error: 'stories_form_unknown' })

const withoutSigns = (pattern: RegExp, missing?: string) =>
  z
    .string({ error: missing })
    .overwrite((typed) => typed.replace(/\r\n?/g, '\n').trim())
    .regex(pattern, { error: 'stories_text_signs' })

/** Text as people write it; control characters but the end of a line are refused. */
const lines = (missing?: string) => withoutSigns(/^[^\p{Cc}]*(?:\n[^\p{Cc}]*)*$/u, missing)
const line = (missing: string) => withoutSigns(/^[^\p{Cc}]*$/u, missing)

/** A note to whoever goes on with the story. */
export const noteOf = (missing: string) => lines(missing).max(600, { error: 'stories_note_long' })

const paragraph = (missing: string) =>
  lines(missing).min(30, { error: 'stories_text_short' }).max(1_500, { error: 'stories_text_long' })

const count = (most: number, error: string) =>
  z.int({ error }).min(0, { error }).max(most, { error }).optional()

/** What a story tells: the need, what was done, what came of it, and two figures that a firm can check. */
export const storyFields = {
  title: line('stories_title_missing')
    .min(8, { error: 'stories_title_missing' })
    .max(90, { error: 'stories_title_long' }),
  need: paragraph('stories_need_missing'),
  solution: paragraph('stories_solution_missing'),
  result: paragraph('stories_result_missing'),
  quote: lines().max(300, { error: 'stories_quote_long' }).optional(),
  daysToFill: count(365, 'stories_days_wrong'),
  monthsRetained: count(240, 'stories_months_wrong'),
}

export const writeStorySchema = z.strictObject(storyFields, strictly)
export type StoryFields = z.output<typeof writeStorySchema>
