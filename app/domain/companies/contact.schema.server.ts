import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { email, nameOf } from '../accounts/fields.schema.server.ts'
import { contactLocales, contactRoles } from './contact-roles.ts'
import { chosenId, strictly, version } from '../shared/form-fields.schema.server.ts'

/** A telephone number as people write it, Italian unless it says otherwise; kept in the international form. */
export const phone = z
  .string()
  .max(40, { error: 'relationship_phone_wrong' })
  .transform((typed, context) => {
    const number = parsePhoneNumberFromString(typed, 'IT')
    if (number?.isPossible()) return number.format('E.164')
    context.issues.push({ code: 'custom', message: 'relationship_phone_wrong', input: typed })
    return z.NEVER
  })

const fields = {
  name: nameOf('relationship_contact_name_missing'),
  role: z.enum(contactRoles, { error: 'relationship_contact_role_missing' }),
  locale: z.enum(contactLocales, { error: 'relationship_contact_locale_missing' }),
  email: email.optional(),
  phone: phone.optional(),
}

export const addContactSchema = z.strictObject(fields, strictly)
export const editContactSchema = z.strictObject(
  {
    contactId: chosenId('relationship_contact_unknown'),
    version,
    ...fields,
    active: z.boolean().default(false),
  },
  strictly,
)

export type NewContact = z.output<typeof addContactSchema>
export type ContactChange = z.output<typeof editContactSchema>
