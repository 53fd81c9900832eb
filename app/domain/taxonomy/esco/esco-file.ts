import type { LabelLocale } from '../labels.ts'

/** The two trees of ESCO that we use. */
export type Pillar = 'skill' | 'occupation'

/** What a file of the official download is to us, by its name. */
export type EscoFile =
  | { content: 'concepts'; pillar: Pillar; locale: LabelLocale }
  | { content: 'requirements' }
  | { content: 'broader'; pillar: Pillar }

/**
 * Columns that we read of each kind of file; others are passed over, so that a later version may add its own.
 * Source: the official CSV download of ESCO v1.1.1.
 */
const conceptColumns = ['conceptType', 'conceptUri', 'preferredLabel', 'altLabels', 'status']
export const columnsOf = (file: EscoFile): readonly string[] => {
  switch (file.content) {
    case 'concepts':
      return file.pillar === 'occupation' ? [...conceptColumns, 'iscoGroup'] : conceptColumns
    case 'requirements':
      return ['occupationUri', 'relationType', 'skillUri']
    case 'broader':
      return ['conceptType', 'conceptUri', 'broaderType', 'broaderUri']
  }
}

const CONCEPTS = /^(skills|occupations)_(it|en)\.csv$/i
/** Some versions name the language of a relation file too, although it has no words in it. */
const REQUIREMENTS = /^occupationSkillRelations(_[a-z]{2})?\.csv$/i
const BROADER = /^broaderRelations(Skill|Occ)Pillar(_[a-z]{2})?\.csv$/i

/** What a file of this name holds, or undefined for one that we have no use for. */
export function escoFileOf(name: string): EscoFile | undefined {
  const [, list, locale] = CONCEPTS.exec(name) ?? []
  if (list && locale) {
    const pillar = list.toLowerCase() === 'skills' ? 'skill' : 'occupation'
    return { content: 'concepts', pillar, locale: locale.toLowerCase() === 'it' ? 'it' : 'en' }
  }
  if (REQUIREMENTS.test(name)) return { content: 'requirements' }
  const [, tree] = BROADER.exec(name) ?? []
  return tree
    ? { content: 'broader', pillar: tree.toLowerCase() === 'skill' ? 'skill' : 'occupation' }
    : undefined
}

const rank = (file: EscoFile): number => ['concepts', 'requirements', 'broader'].indexOf(file.content)

/** Concepts before the relations that name them. */
export const inReadingOrder = <T extends { file: EscoFile }>(files: readonly T[]): T[] =>
  [...files].sort((a, b) => rank(a.file) - rank(b.file))
