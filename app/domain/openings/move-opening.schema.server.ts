import { z } from 'zod'
import { strictly, version } from './fields.schema.server.ts'

/** What posting, pausing, resuming and copying need to know: the version that the page showed. */
export const moveOpeningSchema = z.strictObject({ version }, strictly)
