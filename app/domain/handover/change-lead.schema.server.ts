import { z } from 'zod'
import { chosenId, strictly } from '../shared/form-fields.schema.server.ts'

/** Who follows a company from now on. `from` is who did when the page was made, left out where nobody did. */
export const changeLeadSchema = z.strictObject(
  {
    from: chosenId('relationship_form_unknown').optional(),
    to: chosenId('handover_lead_to_missing'),
  },
  strictly,
)

export type LeadChange = z.output<typeof changeLeadSchema>
