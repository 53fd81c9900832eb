import { z } from 'zod'
import { roles } from '../shared/actor.ts'
import { code, email, strictly, wayBack } from './fields.schema.server.ts'
import { LONGEST_PASSWORD } from './password-length.ts'

const password = z
  .string({ error: 'account_password_missing' })
  .max(LONGEST_PASSWORD, { error: 'account_password_long' })

export const passwordSchema = z.strictObject({ email, password, to: wayBack }, strictly)

export const codeSchema = z.strictObject({ code, to: wayBack }, strictly)

export const askLinkSchema = z.strictObject({ email }, strictly)

const role = z.enum(roles, { error: 'account_form_unknown' })

export const demoSchema = z.strictObject({ role, to: wayBack }, strictly)
