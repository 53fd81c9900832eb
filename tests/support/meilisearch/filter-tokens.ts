import { Refusal } from './errors.ts'

export type Token =
  | { kind: 'word' | 'quoted'; text: string; at: number }
  | { kind: 'sign'; text: '(' | ')' | '[' | ']' | ','; at: number }
  | { kind: 'operator'; text: '=' | '!=' | '>' | '>=' | '<' | '<='; at: number }

/** Words that mean something: a field or a value of that name needs quotes. */
export const KEYWORDS = new Set(
  ['AND', 'OR', 'IN', 'NOT', 'TO', 'EXISTS', 'IS', 'NULL', 'EMPTY', 'CONTAINS', 'STARTS', 'WITH'].concat([
    '_geoRadius',
    '_geoBoundingBox',
  ]),
)

const PATTERN =
  /(?<space>\s+)|(?<sign>[()[\],])|(?<operator>!=|>=|<=|=|>|<)|(?<word>[\p{L}\p{N}_.-]+)|(?<quote>["'])/uy

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' }

export const syntaxError = (message: string, at: number, filter: string): Refusal =>
  new Refusal('invalid_search_filter', `${message}\n${String(at + 1)}:${String(filter.length + 1)} ${filter}`)

/** Cuts a filter into its parts. @throws Refusal at a sign that has no meaning, or a quote that is never closed. */
export function tokensOf(filter: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < filter.length) {
    PATTERN.lastIndex = at
    const found = PATTERN.exec(filter)?.groups
    if (!found)
      throw syntaxError(`Was expecting a value but instead got \`${filter.slice(at)}\`.`, at, filter)
    if (found.quote) {
      const { text, end } = quoted(filter, at)
      tokens.push({ kind: 'quoted', text, at })
      at = end
      continue
    }
    const [kind, text] = Object.entries(found).find(([, part]) => part !== undefined) as [string, string]
    if (kind !== 'space') tokens.push({ kind, text, at } as Token)
    at += text.length
  }
  return tokens
}

function quoted(filter: string, start: number): { text: string; end: number } {
  const quote = filter[start]
  let text = ''
  for (let at = start + 1; at < filter.length; at++) {
    const sign = filter.charAt(at)
    if (sign === quote) return { text, end: at + 1 }
    if (sign === '\\') {
      at += 1
      text += ESCAPES[filter.charAt(at)] ?? filter.charAt(at)
    } else text += sign
  }
  throw syntaxError(
    `Expression \`${filter.slice(start)}\` is missing the following closing delimiter: \`${String(quote)}\`.`,
    start,
    filter,
  )
}
