import { z } from 'zod'
import { comingDay } from '../calendar/day-fields.schema.server.ts'
import { chosenId, strictly, words } from '../shared/form-fields.schema.server.ts'
import { readRef } from './day-line.ts'

const line = z
  .string({ error: 'day_none_chosen' })
  .refine((text) => readRef(text) !== null, { error: 'relationship_form_unknown' })

/** The lines that were chosen, as `refText` writes them: one, or several at once. */
const item = z
  .array(line, { error: 'day_none_chosen' })
  .min(1, { error: 'day_none_chosen' })
  .max(50, { error: 'day_too_many' })
const reason = words(200, 'follow_ups_refused_reason_needed')

export const doneSchema = z.strictObject({ item }, strictly)
export const skipSchema = z.strictObject({ item, reason }, strictly)
export const postponeSchema = z.strictObject(
  { item, dueOn: comingDay('relationship_postpone_day_missing'), reason },
  strictly,
)
export const handOnSchema = z.strictObject({ item, to: chosenId('relationship_hand_on_missing') }, strictly)
export const undoSchema = z.strictObject({ batchId: chosenId('relationship_form_unknown') }, strictly)
