import { z } from 'zod'
import { glassReasons } from './glass-rules.ts'

const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'glass_form_unknown' : undefined,
}

/** Whose file, and why: the code as people use it, and a reason of the list. */
export const askForFileSchema = z.strictObject(
  {
    orgId: z.uuid({ error: 'glass_org_missing' }),
    code: z
      .string({ error: 'glass_code_missing' })
      .trim()
      .toUpperCase()
      .min(1, { error: 'glass_code_missing' })
      .max(40, { error: 'glass_code_missing' }),
    reason: z.enum(glassReasons, { error: 'glass_reason_missing' }),
  },
  strictly,
)
export type FileAsked = z.output<typeof askForFileSchema>

/** Somebody else's answer. */
export const decideGlassSchema = z.strictObject(
  {
    id: z.uuid({ error: 'glass_form_unknown' }),
    decision: z.enum(['approved', 'refused'], { error: 'glass_form_unknown' }),
  },
  strictly,
)
export type GlassDecision = z.output<typeof decideGlassSchema>
