import { z } from 'zod'

/** The options of every strict object: a field that no form of ours has was not sent by one. */
export const strictly = {
  error: (issue: { code?: string }) =>
    issue.code === 'unrecognized_keys' ? 'relationship_form_unknown' : undefined,
}

/** The version that the form was made from. */
export const version = z
  .int({ error: 'relationship_form_unknown' })
  .min(1, { error: 'relationship_form_unknown' })

/** The moment at which the page was made: what came after it she has not seen. */
export const seenAt = z.iso
  .datetime({ error: 'relationship_form_unknown' })
  .transform((moment) => new Date(moment))
  .optional()

/** An id that a form of ours carries, or that was chosen from a list of ours. */
export const chosenId = (error: string) => z.uuid({ error })

/** Words that somebody wrote: trimmed, at least one letter, at most `most` characters. */
export const words = (most: number, missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(most, { error: 'relationship_text_long' })
