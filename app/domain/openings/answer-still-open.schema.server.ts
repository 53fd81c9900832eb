import { z } from 'zod'
import { closeReasons } from './close-reasons.ts'

/** The answer to "is it still open?": one press each; closing says why. */
export const stillOpenSchema = z.discriminatedUnion(
  'answer',
  [
    z.strictObject({ answer: z.literal('keep') }),
    z.strictObject({ answer: z.literal('pause') }),
    z.strictObject({
      answer: z.literal('close'),
      reason: z.enum(closeReasons, { error: 'openings_close_reason_missing' }),
    }),
  ],
  { error: 'planned_still_unknown' },
)

export type StillOpenAnswer = z.output<typeof stillOpenSchema>
