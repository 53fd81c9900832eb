import { z } from 'zod'
import { nameOf } from '../accounts/fields.schema.server.ts'
import { placeName } from '../places/place-name.schema.server.ts'
import { sectors } from '../taxonomy/sectors.ts'
import { strictly, version } from '../shared/form-fields.schema.server.ts'
import { sizeBands } from './size-bands.ts'

/** People write `www.forno.it`; a link needs the rest. */
const website = z
  .string()
  .trim()
  .max(200, { error: 'relationship_website_wrong' })
  .transform((typed) => (/^https?:\/\//i.test(typed) ? typed : `https://${typed}`))
  .pipe(z.url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'relationship_website_wrong' }))

export const editCompanySchema = z.strictObject(
  {
    version,
    name: nameOf('account_company_missing'),
    sector: z.enum(
      sectors.map(({ code }) => code),
      { error: 'account_sector_missing' },
    ),
    sizeBand: z.enum(sizeBands, { error: 'account_size_missing' }),
    place: placeName,
    website: website.optional(),
  },
  strictly,
)

export type CompanyFacts = z.output<typeof editCompanySchema>
