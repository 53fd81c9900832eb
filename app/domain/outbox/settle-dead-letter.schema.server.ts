import { z } from 'zod'

const outboxId = z.guid({ error: 'mail_queue_form_unknown' })

/** The form that has a dead letter tried again. */
export const retryDeadLetterSchema = z.strictObject({ outboxId })

/** The form that gives one up for good. */
export const discardDeadLetterSchema = z.strictObject({
  outboxId,
  reason: z
    .string({ error: 'mail_queue_reason_missing' })
    .trim()
    .min(3, { error: 'mail_queue_reason_missing' })
    .max(200, { error: 'mail_queue_reason_long' }),
})
