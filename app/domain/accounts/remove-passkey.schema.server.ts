import { z } from 'zod'
import { strictly } from './fields.schema.server.ts'

/** Which of one's passkeys is to be forgotten. */
export const removePasskeySchema = z.strictObject(
  { id: z.string({ error: 'account_form_unknown' }).max(1_400, { error: 'account_form_unknown' }) },
  strictly,
)
