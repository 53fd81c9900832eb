import { z } from 'zod'
import { roles } from '../shared/actor.ts'
import { code, email, strictly } from './fields.schema.server.ts'
import { LONGEST_PASSWORD } from './password-length.ts'

/** The way back after signing in; the web takes only paths of this site. */
const to = z
  .string({ error: 'account_form_unknown' })
  .max(2_000, { error: 'account_form_unknown' })
  .optional()

const password = z
  .string({ error: 'account_password_missing' })
  .max(LONGEST_PASSWORD, { error: 'account_password_long' })

export const passwordSchema = z.strictObject({ email, password, to }, strictly)

export const codeSchema = z.strictObject({ code, to }, strictly)

export const askLinkSchema = z.strictObject({ email }, strictly)

const role = z.enum(roles, { error: 'account_form_unknown' })

export const demoSchema = z.strictObject({ role, to }, strictly)
