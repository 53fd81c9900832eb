import { z } from 'zod'
import { strictly } from '../shared/form-fields.schema.server.ts'

/** The moment at which the page was made whose matches she has seen. */
export const matchesSeenSchema = z.strictObject(
  { until: z.iso.datetime({ error: 'relationship_form_unknown' }).transform((moment) => new Date(moment)) },
  strictly,
)

/** Whether she wants the mail of the day; an unticked box sends nothing. */
export const digestSchema = z.strictObject({ digest: z.stringbool().default(false) }, strictly)
