import { z } from 'zod'
import { strictly, version } from './fields.schema.server.ts'
import { identity } from './register-candidate.schema.server.ts'

/** The form by which what was written down of who she is gets right. */
export const correctPersonSchema = z.strictObject({ version, ...identity }, strictly)

export type CorrectPerson = z.output<typeof correctPersonSchema>
