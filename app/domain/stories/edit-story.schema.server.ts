import { z } from 'zod'
import { storyFields, strictly, version } from './story-fields.schema.server.ts'

export const editStorySchema = z.strictObject({ version, ...storyFields }, strictly)
export type StoryEdit = z.output<typeof editStorySchema>
