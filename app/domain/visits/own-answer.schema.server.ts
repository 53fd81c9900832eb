import { z } from 'zod'

/** An answer on her own pages: to what, yes or no or no longer, and the words that stood there, by their hash. */
export const ownAnswerSchema = z.strictObject({
  purpose: z.enum(['matching', 'opening', 'company', 'contract', 'story'], { error: 'visits_form_unknown' }),
  subjectId: z.uuid({ error: 'visits_form_unknown' }).optional(),
  decision: z.enum(['given', 'refused', 'withdrawn'], { error: 'visits_form_unknown' }),
  read: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: 'visits_form_unknown' })
    .optional(),
})

export type OwnAnswer = z.output<typeof ownAnswerSchema>

/** What she asks of her data, or takes back. */
export const ownRequestSchema = z.strictObject({
  kind: z.enum(['copy', 'erasure'], { error: 'visits_form_unknown' }),
})
