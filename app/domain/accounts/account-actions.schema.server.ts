import { z } from 'zod'
import { strictly } from './fields.schema.server.ts'

/** Which account of the list something is done to. */
export const accountActionSchema = z.strictObject(
  { userId: z.uuid({ error: 'account_form_unknown' }) },
  strictly,
)
