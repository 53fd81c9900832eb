import { z } from 'zod'
import { isUuid } from '../shared/ids.ts'
import { listOf, placeCode, strictly, version } from './fields.schema.server.ts'

const digits = (typed: string): string => typed.replace(/^it/i, '').replace(/[\s.-]/g, '')

/** A VAT id as people write it; comes out as its eleven digits, the form in which companies keep theirs. */
const vatId = z
  .string()
  .transform(digits)
  .refine((value) => /^\d{11}$/.test(value), { error: 'desk_person_avoid_vat_wrong' })

const company = z.string().refine(isUuid, { error: 'desk_person_avoid_company_unknown' })

/** First and last name at least: by one word alone too many would be meant. */
const personName = z
  .string()
  .max(120, { error: 'desk_person_avoid_person_wrong' })
  .refine((value) => /\p{L}+[^\p{L}]+\p{L}/u.test(value), { error: 'desk_person_avoid_person_wrong' })

/** The form of what a person must or wants to avoid: what stays, and what comes to it. */
export const setExclusionsSchema = z.strictObject(
  {
    version,
    /** What stays of the former list, as `kind:value`. */
    keep: listOf(
      z.string().regex(/^(?:(?:company|vat|town):[0-9a-f-]{6,36}|person:[^:\p{C}]{3,240})$/u, {
        error: 'desk_person_form_unknown',
      }),
    ).default([]),
    company: company.optional(),
    vat: vatId.optional(),
    person: personName.optional(),
    town: placeCode.optional(),
  },
  strictly,
)

export type SetExclusions = z.output<typeof setExclusionsSchema>
