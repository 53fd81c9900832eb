import { z } from 'zod'
import { comingDay } from '../calendar/day-fields.schema.server.ts'
import { chosenId, strictly, words } from '../shared/form-fields.schema.server.ts'

const followUpId = chosenId('relationship_form_unknown')
const reason = words(200, 'follow_ups_refused_reason_needed')

/** To settle it, or to take that back. */
export const followUpSchema = z.strictObject({ followUpId }, strictly)
export const skipSchema = z.strictObject({ followUpId, reason }, strictly)
export const postponeSchema = z.strictObject(
  { followUpId, dueOn: comingDay('relationship_postpone_day_missing'), reason },
  strictly,
)
export const handOnSchema = z.strictObject(
  { followUpId, to: chosenId('relationship_hand_on_missing') },
  strictly,
)
