import { z } from 'zod'
import { staffRoles } from '../shared/actor.ts'
import { email, nameOf, strictly } from './fields.schema.server.ts'

export const inviteSchema = z.strictObject(
  {
    name: nameOf('account_name_missing'),
    email,
    role: z.enum(staffRoles, { error: 'account_role_missing' }),
    orgId: z.uuid({ error: 'account_organisation_missing' }),
  },
  strictly,
)

export type Invite = z.output<typeof inviteSchema>
