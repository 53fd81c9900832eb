import { z } from 'zod'
import { comingDay, pastDay } from '../calendar/day-fields.schema.server.ts'
import { chosenId, seenAt, strictly, words } from '../shared/form-fields.schema.server.ts'
import { interactionKinds, interactionOutcomes } from './interaction-kinds.ts'

const wholeMinutes = 'relationship_minutes_wrong'

/** A contact with a company. Kind and outcome are enough; everything else is guessed or may be left out. */
export const logInteractionSchema = z
  .strictObject(
    {
      kind: z.enum(interactionKinds, { error: 'relationship_kind_missing' }),
      outcome: z.enum(interactionOutcomes, { error: 'relationship_outcome_missing' }),
      minutes: z
        .int({ error: wholeMinutes })
        .min(1, { error: wholeMinutes })
        .max(720, { error: wholeMinutes })
        .optional(),
      contactId: chosenId('relationship_contact_unknown').optional(),
      occurredOn: pastDay('relationship_day_not_past').optional(),
      note: z.string().trim().max(1_000, { error: 'relationship_note_long' }).optional(),
      nextStep: words(200, 'relationship_next_step_missing').optional(),
      nextStepOn: comingDay('relationship_next_step_on_missing').optional(),
      seenAt,
      /** The line of her day that this contact settles. */
      closes: z.string().max(50).optional(),
    },
    strictly,
  )
  .refine(({ nextStep, nextStepOn }) => nextStep === undefined || nextStepOn !== undefined, {
    path: ['nextStepOn'],
    error: 'relationship_next_step_on_missing',
  })
  .refine(({ nextStep, nextStepOn }) => nextStepOn === undefined || nextStep !== undefined, {
    path: ['nextStep'],
    error: 'relationship_next_step_missing',
  })

/** An answer of theirs, by telephone or by mail: one press. */
export const logReplySchema = z.strictObject(
  { by: z.enum(['call', 'mail'], { error: 'relationship_kind_missing' }) },
  strictly,
)

export type LoggedInteraction = z.output<typeof logInteractionSchema>
