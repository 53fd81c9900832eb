import { z } from 'zod'
import { strictly } from '../shared/form-fields.schema.server.ts'

/** The form that calls a placement off: a button, and nothing to fill in. */
export const cancelPlacementSchema = z.strictObject({}, strictly)
