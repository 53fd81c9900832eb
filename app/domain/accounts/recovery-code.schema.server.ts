import { z } from 'zod'
import { strictly, wayBack } from './fields.schema.server.ts'
import { readRecoveryCode } from './recovery-code-shape.ts'

const WRONG = 'security_recovery_shape'

const recovery = z
  .string({ error: 'security_recovery_missing' })
  .max(60, { error: WRONG })
  .transform((typed, context) => {
    const code = readRecoveryCode(typed)
    if (code) return code
    context.addIssue({ code: 'custom', message: WRONG })
    return z.NEVER
  })

export const recoverySchema = z.strictObject({ recovery, to: wayBack }, strictly)

export type RecoveryCode = z.output<typeof recovery>
