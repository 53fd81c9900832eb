import { z } from 'zod'
import { chosenId } from '../shared/form-fields.schema.server.ts'

/** The button beside somebody who was heard from. */
export const hearFromPersonSchema = z.strictObject({ candidateId: chosenId('audit_quiet_unknown') })
