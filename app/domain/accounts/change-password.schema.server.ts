import { z } from 'zod'
import { strictly } from './fields.schema.server.ts'
import { LONGEST_PASSWORD } from './password-length.ts'

const typed = (missing: string) =>
  z.string({ error: missing }).max(LONGEST_PASSWORD, { error: 'account_password_long' })

export const changePasswordSchema = z
  .strictObject(
    {
      current: typed('security_password_current_missing'),
      password: typed('account_password_missing'),
      again: typed('account_password_again_missing'),
    },
    strictly,
  )
  .refine((form) => form.password === form.again, { error: 'account_password_differs', path: ['again'] })
