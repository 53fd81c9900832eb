/** One message or several, as forms and conform hand them over. */
export type FieldErrors = string | readonly string[] | null | undefined

/** The message to show: one at a time is enough to act on. */
export const firstError = (errors: FieldErrors): string | undefined =>
  (typeof errors === 'string' ? errors : errors?.[0]) || undefined

/** Ids of a field's parts. conform uses the same ones, so labels, hints and errors meet. */
export const hintId = (id: string): string => `${id}-description`
export const errorId = (id: string): string => `${id}-error`

/** What a control must say about itself so that its hint and error are read with it. */
export function describedBy(id: string, parts: { hint?: unknown; error?: string; describedBy?: string }) {
  const ids = [parts.describedBy, parts.hint ? hintId(id) : '', parts.error ? errorId(id) : '']
  return {
    'aria-describedby': ids.filter(Boolean).join(' ') || undefined,
    'aria-invalid': parts.error ? (true as const) : undefined,
  }
}
