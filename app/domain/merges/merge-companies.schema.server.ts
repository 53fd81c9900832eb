import { z } from 'zod'
import { chosenId, strictly, words } from '../shared/form-fields.schema.server.ts'
import { leadChoices } from './merge-facts.ts'

export const mergeCompaniesSchema = z.strictObject(
  {
    /** The one that goes into the other. */
    from: chosenId('relationship_form_unknown'),
    into: chosenId('relationship_form_unknown'),
    /** Asked where they are led by different people. */
    lead: z.enum(leadChoices, { error: 'duplicates_lead_missing' }).optional(),
    reason: words(300, 'duplicates_reason_missing'),
  },
  strictly,
)
export const unmergeSchema = z.strictObject({ mergeId: chosenId('relationship_form_unknown') }, strictly)

export type CompanyMergeInput = z.output<typeof mergeCompaniesSchema>
