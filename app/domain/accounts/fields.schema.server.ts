import { z } from 'zod'

/** The options of every strict object: a field that no form of ours has was not sent by one. */
export const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'account_form_unknown' : undefined,
}

/** An address as it is kept: no spaces around it, small letters. */
export const email = z
  .string({ error: 'account_email_missing' })
  .trim()
  .toLowerCase()
  .max(254, { error: 'account_email_wrong' })
  .pipe(z.email({ error: 'account_email_wrong' }))

/** Six digits, however an app shows or a person types them. */
export const code = z
  .string({ error: 'account_code_missing' })
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'account_code_digits' }))

/** The way back after signing in; the web takes only paths of this site. */
export const wayBack = z
  .string({ error: 'account_form_unknown' })
  .max(2_000, { error: 'account_form_unknown' })
  .optional()

/** A name of somebody or something: one line, no sign that a mail header could trip over. */
export const nameOf = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(2, { error: missing })
    .max(120, { error: 'account_name_long' })
    .regex(/^[^\p{Cc}<>]*$/u, { error: 'account_name_signs' })
