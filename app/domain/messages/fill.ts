import type { Variable } from './templates.ts'

const NAMED = /\{([^{}]*)\}/g

/** The names in braces that are none of `allowed`, each once, as they were written. */
export function unknownVariables(text: string, allowed: readonly Variable[]): string[] {
  const names = [...text.matchAll(NAMED)].map(([, name = '']) => name.trim())
  return [...new Set(names.filter((name) => !allowed.some((known) => known === name)))]
}

/** Whether a brace is opened and not closed, or the other way round. */
export const hasStrayBrace = (text: string): boolean => /[{}]/.test(text.replace(NAMED, ''))

/** The text with each known name in braces replaced by its value, once: what a value holds is not read as a name again. */
export const fill = (text: string, values: Readonly<Partial<Record<Variable, string>>>): string =>
  text.replace(NAMED, (whole, name: string) => values[name.trim() as Variable] ?? whole)

/** The paragraphs of a text: parted by empty lines, trimmed, none empty. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\r?\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
