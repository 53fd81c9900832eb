import { validate } from 'stdnum/lib/cjs/it/codicefiscale.js'
import { z } from 'zod'
import { chosenFields } from '../disclosure/stage-three.ts'
import { safeField } from './arrange-meeting.schema.server.ts'

const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'stages_form_unknown' : undefined,
}

/** The codice fiscale in one piece, with the check character that its decree prescribes; empty where it is not needed. */
const taxCode = z
  .string()
  .max(30, { error: 'stages_tax_code_wrong' })
  .transform((typed) => typed.replaceAll(/\s/g, '').toUpperCase())
  .refine((typed) => typed === '' || validate(typed).isValid, { error: 'stages_tax_code_wrong' })
  .optional()

const address = z
  .string()
  .trim()
  .max(200, { error: 'stages_address_long' })
  .refine((typed) => !/\p{Cc}/u.test(typed), { error: 'stages_address_wrong' })
  .optional()

/** What leaves for a contract: the chosen of the closed list, and what of them no file holds. */
export const sendContractSchema = z
  .strictObject(
    {
      fields: z
        .array(z.enum(chosenFields, { error: 'stages_form_unknown' }))
        .max(5)
        .default([]),
      taxCode,
      address,
      safe: safeField,
    },
    strictly,
  )
  .refine(({ fields, taxCode: typed }) => !fields.includes('tax_code') || typed, {
    path: ['taxCode'],
    error: 'stages_tax_code_missing',
  })
  .refine(({ fields, address: typed }) => !fields.includes('address') || typed, {
    path: ['address'],
    error: 'stages_address_missing',
  })
export type ContractForm = z.output<typeof sendContractSchema>
