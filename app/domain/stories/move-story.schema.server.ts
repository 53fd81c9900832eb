import { z } from 'zod'
import { note, strictly, version } from './story-fields.schema.server.ts'

/** Whoever hands a story on says that nobody can be recognised in it. */
const namesNobody = z.literal('on', { error: 'stories_names_nobody_missing' })

export const submitStorySchema = z.strictObject({ version, namesNobody }, strictly)
export const askApprovalSchema = z.strictObject({ version, namesNobody }, strictly)
export const withdrawStorySchema = z.strictObject({ version, note }, strictly)
export const sendBackSchema = z.strictObject(
  {
    version,
    note: z
      .string({ error: 'stories_note_missing' })
      .trim()
      .min(1, { error: 'stories_note_missing' })
      .max(600, { error: 'stories_note_long' }),
  },
  strictly,
)
export const approveStorySchema = submitStorySchema
export const publishStorySchema = submitStorySchema
