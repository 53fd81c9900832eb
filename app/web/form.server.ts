import { createHash } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import type { Submission } from '@conform-to/react'
import type { z } from 'zod'
import { hasText, text } from './text.server.ts'

/** What a form turned into, whatever its schema. */
export type FormSubmission = Submission<Record<string, unknown>, string[], unknown>

/** Field that carries a form's idempotency key. */
export const KEY_FIELD = '_key'

/** Thrown by `parse`: the wrapper answers 400 with the messages beside their fields and what was typed. */
export class InvalidForm extends Error {
  constructor(readonly submission: FormSubmission) {
    super('invalid form')
  }
}

/** Rules name their message by its key; this turns keys into the reader's language. */
function translate(submission: FormSubmission): void {
  if (submission.status !== 'error' || !submission.error) return
  for (const [field, lines] of Object.entries(submission.error)) {
    submission.error[field] =
      (lines as string[] | null)?.map((line) => (hasText(line) ? text(line) : line)) ?? null
  }
}

/**
 * Parses a form by a command's schema.
 * @throws InvalidForm with a message for every wrong field.
 */
export function parseForm<S extends z.ZodType>(
  form: FormData,
  schema: S,
): { value: z.output<S>; submission: FormSubmission } {
  const fields = new FormData()
  for (const [name, value] of form) if (name !== KEY_FIELD && name !== 'intent') fields.append(name, value)
  const submission = parseWithZod(fields, { schema })
  translate(submission as unknown as FormSubmission)
  if (submission.status !== 'success') throw new InvalidForm(submission as unknown as FormSubmission)
  return { value: submission.value, submission: submission as unknown as FormSubmission }
}

/** A stable hash of what a form says, its key left out. */
export function bodyHash(path: string, form: FormData): string {
  const entries = [...form]
    .filter(([name]) => name !== KEY_FIELD)
    .map(([name, value]) => [name, typeof value === 'string' ? value : value.name])
  return createHash('sha256')
    .update(JSON.stringify([path, entries.sort()]))
    .digest('hex')
}
