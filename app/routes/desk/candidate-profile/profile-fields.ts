import type { FieldMetadata } from '@conform-to/react'
import type { ProfileChoices, ProfileValues } from './profile-form.server.ts'

/** What every part of the form is given. */
export type PartProps = {
  fields: {
    [Name in keyof ProfileValues]: FieldMetadata<ProfileValues[Name], ProfileValues, string[]>
  }
  choices: ProfileChoices
  formId: string
  /** The lists as typed, or as they are kept: their lines come and go with every answer. */
  lists: { skills: SkillLine[]; preferredProfessions: string[]; planSkills: string[] }
  errors: Record<string, string[] | undefined>
}

/** What was typed into a list of single values. */
export function typedCodes(typed: unknown): string[] {
  if (typeof typed === 'string') return typed === '' ? [] : [typed]
  return Array.isArray(typed) ? typed.filter((value) => typeof value === 'string') : []
}

/** A line of the skills as it stands in the form. */
export type SkillLine = { code: string; level: string }

const isLine = (value: unknown): value is Partial<SkillLine> => typeof value === 'object' && value !== null

/** What was typed into the lines of the skills. */
export const typedSkills = (typed: unknown): SkillLine[] =>
  (Array.isArray(typed) ? typed : []).filter(isLine).map(({ code = '', level = '1' }) => ({ code, level }))
