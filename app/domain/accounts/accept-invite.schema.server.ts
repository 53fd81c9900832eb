import { z } from 'zod'
import { LONGEST_PASSWORD } from './password-length.ts'
import { code, strictly } from './fields.schema.server.ts'

const password = z
  .string({ error: 'account_password_missing' })
  .max(LONGEST_PASSWORD, { error: 'account_password_long' })

const again = z
  .string({ error: 'account_password_again_missing' })
  .max(LONGEST_PASSWORD, { error: 'account_password_long' })

export const acceptInviteSchema = z
  .strictObject({ password, again, code }, strictly)
  .refine((form) => form.password === form.again, { error: 'account_password_differs', path: ['again'] })
