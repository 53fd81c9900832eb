import { parse, type SubmissionResult } from '@conform-to/react'
import { KEY_FIELD } from './form.server.ts'

/** Everything typed, and no word about it yet: for a form that is shown again with something found or added. */
export function asTyped(form: FormData): SubmissionResult<string[]> {
  const fields = new FormData()
  for (const [name, value] of form) if (name !== 'intent' && name !== KEY_FIELD) fields.append(name, value)
  const { initialValue } = parse(fields, { resolve: () => ({ error: {} }) }).reply()
  return { initialValue }
}
