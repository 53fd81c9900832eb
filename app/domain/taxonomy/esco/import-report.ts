import type { Pillar } from './esco-file.ts'

/**
 * What can happen to a concept. `translated`: it had no label in this language before; `joined`: a curated entry that stands
 * for it takes its labels as alternatives.
 */
export const changeKinds = [
  'added',
  'relabelled',
  'translated',
  'joined',
  'moved',
  'returned',
  'retired',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One changed concept. `was` and `is` are labels, or ISCO-08 unit groups of what has moved. */
export type Change = { code: string; was: string | null; is: string | null }
export type Changes = { count: number; listed: Change[] }
export type LinkChanges = { kind: string; added: number; removed: number }

/** What an import changed, or would change. Lists are cut after the first thousand. */
export type ImportReport = {
  concepts: Partial<Record<Pillar, Record<ChangeKind, Changes>>>
  links: LinkChanges[]
}

const nouns: Record<Pillar, string> = { skill: 'skills', occupation: 'professions' }

const example = ({ code, was, is }: Change): string =>
  `      ${[was, is].filter((label) => label !== null).join(' → ')} (${code})`

/** The report as a person reads it, with up to `most` examples of each change. */
export function reportLines({ concepts, links }: ImportReport, most = 5): string[] {
  const ofConcepts = Object.entries(concepts).flatMap(([pillar, changes]) =>
    changeKinds.flatMap((kind) => {
      const { count, listed } = changes[kind]
      if (count === 0) return []
      const examples = kind === 'added' ? [] : listed.slice(0, most).map(example)
      return [`  ${nouns[pillar as Pillar]} ${kind}: ${String(count)}`, ...examples]
    }),
  )
  const ofLinks = links
    .filter(({ added, removed }) => added + removed > 0)
    .map(({ kind, added, removed }) => `  ${kind} links: ${String(added)} added, ${String(removed)} removed`)
  const lines = [...ofConcepts, ...ofLinks]
  return lines.length > 0 ? lines : ['  nothing changed']
}
