import type { FieldMetadata } from '@conform-to/react'
import type { ProfileChoices, ProfileValues } from './profile-form.server.ts'
import type { ProfileLists } from './profile-lists.server.ts'

/** What every part of the form is given. */
export type PartProps = {
  fields: {
    [Name in keyof ProfileValues]: FieldMetadata<ProfileValues[Name], ProfileValues, string[]>
  }
  choices: ProfileChoices
  formId: string
  /** The lists as typed, or as they are kept: their lines come and go with every answer. */
  lists: ProfileLists
  errors: Record<string, string[] | undefined>
}
