import { z } from 'zod'

/** The form that erases a person: her code typed, and that she asked for it. Nothing is pre-ticked. */
export const erasePersonSchema = z.strictObject({
  code: z.string({ error: 'audit_erase_confirm_wrong' }).trim().toUpperCase().max(40, {
    error: 'audit_erase_confirm_wrong',
  }),
  asked: z
    .stringbool({ error: 'audit_erase_asked_missing' })
    .refine((asked) => asked, { error: 'audit_erase_asked_missing' }),
})
