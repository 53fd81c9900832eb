import { z } from 'zod'
import { exportReasons } from '../audit/actions.ts'

/** The form that asks for a copy: why, and in which form. */
export const copyPersonSchema = z.strictObject(
  {
    reason: z.enum(exportReasons, { error: 'audit_copy_reason_missing' }),
    format: z.enum(['html', 'json'], { error: 'audit_copy_format_missing' }),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'invalid' : undefined) },
)
