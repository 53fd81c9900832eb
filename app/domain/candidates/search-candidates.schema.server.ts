import { z } from 'zod'
import { strictly } from './fields.schema.server.ts'

/** The search box over one's own people: a code, its beginning, or a whole surname. */
export const searchCandidatesSchema = z.strictObject(
  { q: z.string().trim().max(80, { error: 'desk_person_text_too_long' }).default('') },
  strictly,
)
