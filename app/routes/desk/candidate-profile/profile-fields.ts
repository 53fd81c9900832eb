import type { FieldMetadata } from '@conform-to/react'
import type { ProfileChoices, ProfileValues } from './profile-form.server.ts'

/** What every part of the form is given. */
export type PartProps = {
  fields: {
    [Name in keyof ProfileValues]: FieldMetadata<ProfileValues[Name], ProfileValues, string[]>
  }
  choices: ProfileChoices
  formId: string
  errors: Record<string, string[] | undefined>
}

/** What stands in a field that posts a list of single values. */
export function chosenIn({ initialValue }: { initialValue?: unknown }): string[] {
  if (typeof initialValue === 'string') return initialValue === '' ? [] : [initialValue]
  return Array.isArray(initialValue) ? initialValue.filter((value) => typeof value === 'string') : []
}
