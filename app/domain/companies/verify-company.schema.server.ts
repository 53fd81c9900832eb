import { z } from 'zod'

/** What a coordinator decides about a new company, and on what ground. */
export const verifyCompanySchema = z
  .strictObject(
    {
      decision: z.enum(['approved', 'rejected'], { error: 'network_verify_decision_missing' }),
      registerChecked: z.boolean().default(false),
      note: z
        .string()
        .overwrite((typed) => typed.replace(/\r\n?/g, '\n').trim())
        .max(1_000, { error: 'network_verify_note_long' })
        .default(''),
    },
    { error: (issue) => (issue.code === 'unrecognized_keys' ? 'network_form_unknown' : undefined) },
  )
  .refine(({ decision, registerChecked }) => decision !== 'approved' || registerChecked, {
    path: ['registerChecked'],
    error: 'network_verify_register_missing',
  })
  .refine(({ decision, note }) => decision !== 'rejected' || note !== '', {
    path: ['note'],
    error: 'network_verify_reason_missing',
  })

export type VerificationDecision = z.output<typeof verifyCompanySchema>
