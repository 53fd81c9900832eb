import { z } from 'zod'
import { MOST_CHARACTERS, strictly, version } from './fields.schema.server.ts'

/** The case manager's own words about a person. */
export const saveNotesSchema = z.strictObject(
  {
    version,
    notes: z.string().trim().max(MOST_CHARACTERS, { error: 'desk_person_text_too_long' }).default(''),
  },
  strictly,
)
