import { Refusal } from './errors.ts'
import { type Filter } from './filter-parse.ts'
import { conditionsOf } from './filter-evaluate.ts'
import { type SettingsUpdate } from './requests.ts'

type FilterableRule = NonNullable<SettingsUpdate['filterableAttributes']>[number]

/** The settings of an index, complete. */
export type Settings = {
  displayedAttributes: string[]
  searchableAttributes: string[]
  filterableAttributes: FilterableRule[]
  sortableAttributes: string[]
  rankingRules: string[]
  stopWords: string[]
  synonyms: Record<string, string[]>
  typoTolerance: {
    enabled: boolean
    minWordSizeForTypos: { oneTypo: number; twoTypos: number }
    disableOnWords: string[]
    disableOnAttributes: string[]
    disableOnNumbers: boolean
  }
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, 'alpha' | 'count'> }
  pagination: { maxTotalHits: number }
  searchCutoffMs: number | null
  prefixSearch: 'indexingTime' | 'disabled'
}

export const defaultSettings = (): Settings => ({
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  stopWords: [],
  synonyms: {},
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1000 },
  searchCutoffMs: null,
  prefixSearch: 'indexingTime',
})

type Tree = { [key: string]: unknown }
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is sent is taken, null goes back to the default, the rest stays. Lists and maps are taken whole. */
function merge(now: Tree, change: Tree, defaults: Tree): Tree {
  const next = { ...now }
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next[name] = defaults[name]
    else if (isTree(value) && name !== 'synonyms') {
      next[name] = merge(now[name] as Tree, value, (defaults[name] ?? {}) as Tree)
    } else if (value !== undefined) next[name] = value
  }
  return next
}

/** @throws Refusal when the two word sizes contradict each other. */
export function changeSettings(now: Settings, change: SettingsUpdate): Settings {
  const next = merge(
    now as unknown as Tree,
    change,
    defaultSettings() as unknown as Tree,
  ) as unknown as Settings
  const { oneTypo, twoTypos } = next.typoTolerance.minWordSizeForTypos
  if (oneTypo > twoTypos) {
    throw new Refusal(
      'invalid_settings_typo_tolerance',
      `\`minWordSizeForTypos\` setting is invalid: \`twoTypos\` should be greater or equals to \`oneTypo\`.`,
    )
  }
  return next
}

const patternMatches = (pattern: string, field: string): boolean => {
  if (pattern === '*') return true
  if (pattern.endsWith('*')) return field.startsWith(pattern.slice(0, -1))
  if (pattern.startsWith('*')) return field.endsWith(pattern.slice(1))
  return field === pattern || field.startsWith(`${pattern}.`)
}

type Allowed = { equality: boolean; comparison: boolean }

/** What the first matching rule allows; a plain name allows everything, a pattern only equality unless it says more. */
function allowed(settings: Settings, field: string): Allowed | null {
  for (const rule of settings.filterableAttributes) {
    if (typeof rule === 'string') {
      if (patternMatches(rule, field)) return { equality: true, comparison: true }
    } else if (rule.attributePatterns.some((pattern) => patternMatches(pattern, field))) {
      const { equality = true, comparison = false } = rule.features?.filter ?? {}
      return { equality, comparison }
    }
  }
  return null
}

const patternsOf = (settings: Settings): string[] =>
  settings.filterableAttributes.flatMap((rule) =>
    typeof rule === 'string' ? [rule] : rule.attributePatterns,
  )

/** @throws Refusal when the field was never declared filterable. */
export function assertFilterable(settings: Settings, field: string, code: string): Allowed {
  const rights = allowed(settings, field)
  if (rights && (rights.equality || rights.comparison)) return rights
  const patterns = patternsOf(settings).sort()
  const which =
    patterns.length === 0
      ? 'This index does not have configured filterable attributes.'
      : `Available filterable attribute patterns are: ${patterns.map((name) => `\`${name}\``).join(', ')}.`
  throw new Refusal(code, `Attribute \`${field}\` is not filterable. ${which}`)
}

/** @throws Refusal at the first condition on a field, or with an operator, that the settings do not allow. */
export function assertAllowed(settings: Settings, filter: Filter): void {
  for (const { is, field } of conditionsOf(filter)) {
    const rights = assertFilterable(settings, field, 'invalid_search_filter')
    const needed = is === 'compare' || is === 'between' ? 'comparison' : 'equality'
    if (!rights[needed]) {
      throw new Refusal(
        'invalid_search_filter',
        `Filter operator is not allowed for the attribute \`${field}\`.`,
      )
    }
  }
}
