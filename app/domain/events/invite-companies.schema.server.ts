import { z } from 'zod'
import { isUuid } from '../shared/ids.ts'

const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'events_form_unknown' : undefined,
}

const chosen = (none: string) =>
  z
    .array(z.string().refine(isUuid, { error: 'events_form_unknown' }), { error: none })
    .min(1, { error: none })
    .max(50, { error: 'events_too_many' })

/** Those that were ticked, or all that the page showed. */
export const inviteChosenSchema = z.strictObject(
  { company: chosen('events_companies_missing'), shown: chosen('events_companies_missing').optional() },
  strictly,
)
export const inviteShownSchema = z.strictObject(
  { shown: chosen('events_companies_missing'), company: chosen('events_companies_missing').optional() },
  strictly,
)
export const inviteOrganisationsSchema = z.strictObject(
  { organisation: chosen('events_organisations_missing') },
  strictly,
)
