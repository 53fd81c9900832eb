import { z } from 'zod'
import { comingDay } from '../calendar/day-fields.schema.server.ts'
import { seenAt, strictly, words } from '../shared/form-fields.schema.server.ts'

/** A task that somebody gives herself: what, and on which day. */
export const addTaskSchema = z.strictObject(
  {
    title: words(200, 'relationship_next_step_missing'),
    dueOn: comingDay('relationship_next_step_on_missing'),
    seenAt,
  },
  strictly,
)

export type NewTask = z.output<typeof addTaskSchema>
