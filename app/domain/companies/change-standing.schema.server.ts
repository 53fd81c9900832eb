import { z } from 'zod'
import { now } from '#app/platform/clock.server.ts'
import { localDate } from '../calendar/rome.ts'
import { comingDay } from '../calendar/day-fields.schema.server.ts'
import { strictly, words } from '../shared/form-fields.schema.server.ts'

/** A pause until a day, "do not contact", or both lifted; each with the reason. */
export const changeStandingSchema = z
  .strictObject(
    {
      standing: z.enum(['paused', 'do_not_contact', 'open'], { error: 'relationship_standing_missing' }),
      until: comingDay('relationship_until_missing').optional(),
      reason: words(300, 'trust_refused_reason_needed'),
    },
    strictly,
  )
  .refine(({ standing, until }) => standing !== 'paused' || until !== undefined, {
    path: ['until'],
    error: 'relationship_until_missing',
  })
  .refine(({ standing, until }) => standing !== 'paused' || until === undefined || until > localDate(now()), {
    path: ['until'],
    error: 'relationship_until_today',
  })

export type StandingChange = z.output<typeof changeStandingSchema>
