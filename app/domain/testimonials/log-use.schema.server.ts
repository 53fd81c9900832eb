import { z } from 'zod'
import { pastDay } from '../calendar/day-fields.schema.server.ts'
import { chosenId, words } from '../shared/form-fields.schema.server.ts'
import { useKinds } from './scopes.ts'

const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'testimonials_form_unknown' : undefined,
}

/** One use: where, on which day, what was said; the event of the network where it was one. */
export const logUseSchema = z.strictObject(
  {
    kind: z.enum(useKinds, { error: 'testimonials_use_kind_missing' }),
    on: pastDay('testimonials_use_day_missing'),
    said: words(1_000, 'testimonials_use_said_missing'),
    eventId: chosenId('testimonials_form_unknown').optional(),
  },
  strictly,
)
export const takeBackUseSchema = z.strictObject({ useId: chosenId('testimonials_form_unknown') }, strictly)
export type LoggedUse = z.output<typeof logUseSchema>
