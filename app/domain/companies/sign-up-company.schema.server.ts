import { z } from 'zod'
import { email, nameOf, strictly } from '../accounts/fields.schema.server.ts'
import { placeName } from '../places/place-name.schema.server.ts'
import { sectors } from '../taxonomy/sectors.ts'
import { sizeBands } from './size-bands.ts'
import { readVatId } from './vat-id.server.ts'

/** A partita IVA however it was typed; kept as its eleven digits. */
export const vatId = z.string({ error: 'account_vat_missing' }).transform((typed, context) => {
  const read = readVatId(typed)
  if (read) return read
  context.issues.push({ code: 'custom', message: 'account_vat_wrong', input: typed })
  return z.NEVER
})

export const signUpCompanySchema = z.strictObject(
  {
    vatId,
    company: nameOf('account_company_missing'),
    sector: z.enum(
      sectors.map(({ code }) => code),
      { error: 'account_sector_missing' },
    ),
    sizeBand: z.enum(sizeBands, { error: 'account_size_missing' }),
    place: placeName,
    name: nameOf('account_your_name_missing'),
    email,
  },
  strictly,
)

export type SignUp = z.output<typeof signUpCompanySchema>
