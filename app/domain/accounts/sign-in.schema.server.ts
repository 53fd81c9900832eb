import { z } from 'zod'
import { staffRoles } from '../shared/actor.ts'
import { code, email } from './fields.schema.server.ts'
import { LONGEST_PASSWORD } from './password-rules.ts'

/** The way back after signing in; the web takes only paths of this site. */
const to = z.string().max(2_000).optional()

export const passwordSchema = z.strictObject({
  email,
  password: z
    .string({ error: 'account_password_missing' })
    .max(LONGEST_PASSWORD, { error: 'account_password_long' }),
  to,
})

export const codeSchema = z.strictObject({ code, to })

export const askLinkSchema = z.strictObject({ email })

export const demoSchema = z.strictObject({ role: z.enum([...staffRoles, 'hr_contact']), to })
