import { z } from 'zod'
import { strictly } from '../shared/form-fields.schema.server.ts'
import { whyNots } from './why-not.ts'

const candidateId = z.uuid({ error: 'reviews_form_unknown' })

/** Somebody is set aside for an opening, for one reason of the list. */
export const setAsideSchema = z.strictObject(
  { candidateId, whyNot: z.enum(whyNots, { error: 'reviews_why_not_missing' }) },
  strictly,
)

/** She is put back. */
export const putBackSchema = z.strictObject({ candidateId }, strictly)
