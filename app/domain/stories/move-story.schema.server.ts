import { z } from 'zod'
import { noteOf, strictly, version } from './story-fields.schema.server.ts'

/** Whoever hands a story on says that nobody can be recognised in it: ticked by her, never beforehand. */
const namesNobody = z
  .boolean({ error: 'stories_names_nobody_missing' })
  .refine((ticked) => ticked, { error: 'stories_names_nobody_missing' })

/** For every step forward: to the company for approval, to the coordinators, to the public. */
export const forwardStorySchema = z.strictObject({ version, namesNobody }, strictly)

/** For a step back: the note says what to change. */
export const sendBackStorySchema = z.strictObject(
  { version, note: noteOf('stories_note_missing').min(1, { error: 'stories_note_missing' }) },
  strictly,
)

export const withdrawStorySchema = z.strictObject(
  { version, note: noteOf('stories_note_missing').optional() },
  strictly,
)
