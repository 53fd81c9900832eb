import type { LabelLocale, Labels } from './labels.ts'
import { professionByCode } from './professions.ts'
import { skillByCode } from './skills.ts'

/** What a process remembers of an entry that an import added, or that was curated once. */
export type HeldSkill = Labels
export type HeldProfession = Labels & { isco: string }
export type HeldVocabulary = {
  /** None where nothing was ever imported. */
  version: string | undefined
  skills: ReadonlyMap<string, HeldSkill>
  professions: ReadonlyMap<string, HeldProfession>
}

/** Built pages carry their own copy of this module beside the server's; both must know the same words. */
const HELD = Symbol.for('passaparola.vocabulary')
const shared = globalThis as { [HELD]?: HeldVocabulary | undefined }

/** The version of the tables that this process remembers; undefined before it has read them, and of tables that have none. */
export const heldVersion = (): string | undefined => shared[HELD]?.version

/** Puts what was read from the tables in the place of what was remembered. */
export function holdVocabulary(vocabulary: HeldVocabulary): void {
  shared[HELD] = vocabulary
}

/** Whether there is more to choose from than the curated professions. */
export const hasImports = (): boolean => (shared[HELD]?.professions.size ?? 0) > 0

const skillOf = (code: string): Labels | undefined => skillByCode(code) ?? shared[HELD]?.skills.get(code)
const professionOf = (code: string): HeldProfession | undefined =>
  professionByCode(code) ?? shared[HELD]?.professions.get(code)

/** Whether there is a skill with this code: a curated one, an imported one, or one retired since. */
export const isSkill = (code: string): boolean => skillOf(code) !== undefined

/** Whether there is a profession with this code: a curated one, an imported one, or one retired since. */
export const isProfession = (code: string): boolean => professionOf(code) !== undefined

/** The words for a skill; a code that nobody knows stays readable as it is. */
export const labelOfSkill = (code: string, locale: LabelLocale): string => skillOf(code)?.[locale] ?? code

/** The words for a profession; a code that nobody knows stays readable as it is. */
export const labelOfProfession = (code: string, locale: LabelLocale): string =>
  professionOf(code)?.[locale] ?? code

/** The ISCO-08 sub-major group (two digits) that a profession falls in; empty for a code that nobody knows. */
export const groupOfProfession = (code: string): string => professionOf(code)?.isco.slice(0, 2) ?? ''
