import { z } from 'zod'
import { strictly } from '../shared/form-fields.schema.server.ts'

/** Whether she wants the mail of the day; an unticked box sends nothing. */
export const digestSchema = z.strictObject({ digest: z.stringbool().default(false) }, strictly)
