import { z } from 'zod'
import { chosenId, strictly, words } from '../shared/form-fields.schema.server.ts'

/** To leave a follow-up out, with the reason. */
export const skipSchema = z.strictObject(
  {
    followUpId: chosenId('relationship_form_unknown'),
    reason: words(200, 'follow_ups_refused_reason_needed'),
  },
  strictly,
)
