import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { day, italian, line, placeCode, professionCode, strictly } from './fields.schema.server.ts'

/** A telephone number as people write it; comes out in the international form. */
const phone = z.string().transform((typed, context) => {
  const number = parsePhoneNumberFromString(typed, 'IT')
  if (number?.isPossible()) return number.number as string
  context.addIssue({ code: 'custom', message: 'desk_person_phone_wrong' })
  return z.NEVER
})

/** Who she is, as it is sealed with her key. */
export const identity = {
  firstName: line(80, 'desk_person_first_name_missing'),
  lastName: line(80, 'desk_person_last_name_missing'),
  /** The name she wants to be called by at a first meeting. */
  alias: line(40, 'desk_person_alias_missing').optional(),
  birthDate: day('1900-01-01').optional(),
  phone: phone.optional(),
}

/** The form by which a person is taken on: who she is, and the few facts without which there is no profile. */
export const registerCandidateSchema = z.strictObject(
  {
    ...identity,
    professionCode,
    italianSpoken: italian,
    placeCode,
  },
  strictly,
)

export type RegisterCandidate = z.output<typeof registerCandidateSchema>
