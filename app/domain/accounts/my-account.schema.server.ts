import { z } from 'zod'
import { strictly } from './fields.schema.server.ts'

export const localeSchema = z.strictObject(
  { locale: z.enum(['it', 'en'], { error: 'account_language_missing' }) },
  strictly,
)

export const revokeSchema = z.strictObject(
  { handle: z.string({ error: 'account_form_unknown' }).max(64, { error: 'account_form_unknown' }) },
  strictly,
)
