import { z } from 'zod'
import { email, nameOf } from '../accounts/fields.schema.server.ts'
import { strictly } from '../shared/form-fields.schema.server.ts'
import { contactRoles } from './contact-roles.ts'
import { phone } from './contact.schema.server.ts'
import { editCompanySchema } from './edit-company.schema.server.ts'
import { vatId } from './sign-up-company.schema.server.ts'

const { version: _, ...facts } = editCompanySchema.shape

/** A firm that somebody of the network has met; whom she met there is known or is not. */
export const addCompanySchema = z
  .strictObject(
    {
      vatId,
      ...facts,
      contactName: nameOf('relationship_contact_name_missing').optional(),
      contactRole: z.enum(contactRoles, { error: 'relationship_contact_role_missing' }).default('hr'),
      contactEmail: email.optional(),
      contactPhone: phone.optional(),
      /** Somebody looked at the companies that are like it and says that it is another. */
      distinct: z.boolean().default(false),
    },
    strictly,
  )
  .refine(({ contactName, contactEmail, contactPhone }) => contactName ?? !(contactEmail ?? contactPhone), {
    path: ['contactName'],
    error: 'relationship_contact_name_missing',
  })

export type NewCompany = z.output<typeof addCompanySchema>
