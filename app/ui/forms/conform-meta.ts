import type { FieldErrors } from '#app/ui/forms/described-by.ts'

/**
 * The part of conform's `FieldMetadata` that a control needs, as a structure: any field of any schema fits, and a test
 * can write one by hand.
 */
export type ConformMeta = {
  id: string
  name: string
  key?: string
  errors?: FieldErrors
  initialValue?: unknown
  required?: boolean
  minLength?: number
  maxLength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  pattern?: string
}

/** conform keeps what was typed as a string, or as a list of them. */
export const typedText = (meta: ConformMeta): string | undefined =>
  typeof meta.initialValue === 'string' ? meta.initialValue : undefined

export function typedList({ initialValue }: ConformMeta): string[] {
  if (typeof initialValue === 'string') return [initialValue]
  return Array.isArray(initialValue) ? initialValue.filter((value) => typeof value === 'string') : []
}
