import { z } from 'zod'

/** How a person's answer was heard and in which language. */
export const consentHowSchema = {
  language: z.enum(['it', 'en', 'fr', 'es', 'ar'], { error: 'consent_language_missing' }),
  channel: z.enum(['in_person', 'phone', 'message'], { error: 'consent_channel_missing' }),
  withMediator: z.stringbool().default(false),
}

/** What a page showed of a proposal when its form was made: app/domain/proposals/seen-card.ts. */
export const seenField = z
  .string({ error: 'proposals_form_unknown' })
  .max(4_000, { error: 'proposals_form_unknown' })

/** The form that records a person's answer about one opening. Nothing is pre-ticked: no decision, no consent. */
export const openingConsentSchema = z.strictObject({
  read: seenField,
  decision: z.enum(['given', 'refused'], { error: 'consent_decision_missing' }),
  ...consentHowSchema,
})

/** The form that records her answer about being in the engine at all. */
export const matchingConsentSchema = z.strictObject({
  decision: z.enum(['given', 'refused', 'withdrawn'], { error: 'consent_decision_missing' }),
  ...consentHowSchema,
})

export type ConsentHow = Pick<z.output<typeof openingConsentSchema>, 'language' | 'channel' | 'withMediator'>
