import { z } from 'zod'
import { closeReasons } from './close-reasons.ts'
import { strictly, version } from './fields.schema.server.ts'

export const closeOpeningSchema = z.strictObject(
  { version, reason: z.enum(closeReasons, { error: 'openings_close_reason_missing' }) },
  strictly,
)
