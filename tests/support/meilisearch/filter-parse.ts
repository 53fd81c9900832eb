import { Refusal } from './errors.ts'
import { KEYWORDS, syntaxError, type Token, tokensOf } from './filter-tokens.ts'

export type Comparison = '>' | '>=' | '<' | '<='

export type Filter =
  | { is: 'and' | 'or'; of: Filter[] }
  | { is: 'not'; of: Filter }
  | { is: 'in'; field: string; values: string[] }
  | { is: 'compare'; field: string; operator: Comparison; value: string }
  | { is: 'between'; field: string; from: string; to: string }
  | { is: 'starts'; field: string; value: string }
  | { is: 'exists' | 'null' | 'empty'; field: string }

/** Every rule of the grammar counts as a step down, so that some fifty nested parentheses are too many. */
const DEEPEST = 200

const not = (filter: Filter): Filter => (filter.is === 'not' ? filter.of : { is: 'not', of: filter })

/** The server's grammar: OR of ANDs of NOTs of conditions and parentheses. */
class Parser {
  private next = 0
  private readonly tokens: Token[]

  constructor(private readonly filter: string) {
    this.tokens = tokensOf(filter)
  }

  parse(): Filter {
    const filter = this.or(0)
    const left = this.tokens[this.next]
    if (left) {
      const rest = this.filter.slice(left.at)
      const hint = 'You probably forgot an `OR` or an `AND` rule.'
      this.fail(`Found unexpected characters at the end of the filter: \`${rest}\`. ${hint}`)
    }
    return filter
  }

  private fail(message: string): never {
    throw syntaxError(message, this.tokens[this.next]?.at ?? this.filter.length, this.filter)
  }

  private take(kind: Token['kind'], text?: string): Token | undefined {
    const token = this.tokens[this.next]
    if (token?.kind !== kind || (text !== undefined && token.text !== text)) return undefined
    this.next += 1
    return token
  }

  private takeWords(...words: string[]): boolean {
    const start = this.next
    if (words.every((word) => this.take('word', word))) return true
    this.next = start
    return false
  }

  private down(depth: number): void {
    if (depth > DEEPEST) this.fail('The filter exceeded the maximum depth limit.')
  }

  private or(depth: number): Filter {
    this.down(depth)
    const of = [this.and(depth + 1)]
    while (this.takeWords('OR')) of.push(this.and(depth + 1))
    return of.length === 1 ? (of[0] as Filter) : { is: 'or', of }
  }

  private and(depth: number): Filter {
    this.down(depth)
    const of = [this.not(depth + 1)]
    while (this.takeWords('AND')) of.push(this.not(depth + 1))
    return of.length === 1 ? (of[0] as Filter) : { is: 'and', of }
  }

  private not(depth: number): Filter {
    this.down(depth)
    return this.takeWords('NOT') ? not(this.not(depth + 1)) : this.primary(depth + 1)
  }

  private primary(depth: number): Filter {
    this.down(depth)
    if (!this.take('sign', '(')) return this.condition()
    const inside = this.or(depth + 1)
    if (!this.take('sign', ')')) {
      this.fail(`Expression \`${this.filter}\` is missing the following closing delimiter: \`)\`.`)
    }
    return inside
  }

  private value(): string {
    const token = this.take('quoted') ?? this.take('word')
    if (!token) {
      const got = this.tokens[this.next]
      this.fail(`Was expecting a value but instead got ${got ? `\`${got.text}\`` : 'nothing'}.`)
    }
    if (token.kind === 'word' && KEYWORDS.has(token.text)) {
      this.next -= 1
      this.fail(`Was expecting a value but instead got \`${token.text}\`, which is a reserved keyword.`)
    }
    return token.text
  }

  private condition(): Filter {
    const field = this.value()
    const operator = this.take('operator')
    if (operator) return this.comparison(field, operator.text as Comparison | '=' | '!=')
    if (this.takeWords('NOT', 'IN')) return not({ is: 'in', field, values: this.list() })
    if (this.takeWords('IN')) return { is: 'in', field, values: this.list() }
    if (this.takeWords('NOT', 'EXISTS')) return not({ is: 'exists', field })
    if (this.takeWords('EXISTS')) return { is: 'exists', field }
    if (this.takeWords('IS', 'NOT', 'NULL')) return not({ is: 'null', field })
    if (this.takeWords('IS', 'NULL')) return { is: 'null', field }
    if (this.takeWords('IS', 'NOT', 'EMPTY')) return not({ is: 'empty', field })
    if (this.takeWords('IS', 'EMPTY')) return { is: 'empty', field }
    if (this.takeWords('NOT', 'STARTS', 'WITH')) return not({ is: 'starts', field, value: this.value() })
    if (this.takeWords('STARTS', 'WITH')) return { is: 'starts', field, value: this.value() }
    if (this.takeWords('CONTAINS') || this.takeWords('NOT', 'CONTAINS')) {
      throw new Refusal('feature_not_enabled', 'Using `CONTAINS` in a filter requires `contains filter`.')
    }
    return this.between(field)
  }

  private comparison(field: string, operator: Comparison | '=' | '!='): Filter {
    const value = this.value()
    if (operator === '=') return { is: 'in', field, values: [value] }
    if (operator === '!=') return not({ is: 'in', field, values: [value] })
    return { is: 'compare', field, operator, value }
  }

  private between(field: string): Filter {
    const start = this.next
    const token = this.take('quoted') ?? this.take('word')
    if (token && !(token.kind === 'word' && KEYWORDS.has(token.text)) && this.takeWords('TO')) {
      return { is: 'between', field, from: token.text, to: this.value() }
    }
    this.next = start
    return this.fail(
      'Was expecting an operation `=`, `!=`, `>=`, `>`, `<=`, `<`, `IN`, `NOT IN`, `TO`, `EXISTS`, …',
    )
  }

  private list(): string[] {
    if (!this.take('sign', '[')) this.fail('Expected `[` after `IN` keyword.')
    const values: string[] = []
    while (!this.take('sign', ']')) {
      values.push(this.value())
      if (!this.take('sign', ',') && this.tokens[this.next]?.text !== ']') {
        this.fail('Expected only comma-separated field names inside `IN[..]`.')
      }
    }
    return values
  }
}

const parseOne = (filter: string): Filter[] => (filter.trim() === '' ? [] : [new Parser(filter).parse()])

const joined = (is: 'and' | 'or', of: Filter[]): Filter[] => (of.length > 1 ? [{ is, of }] : of)

/**
 * Reads the `filter` of a request: a text, or a list (AND) of texts and of lists (OR) of texts. Null when it asks for
 * nothing.
 * @throws Refusal `invalid_search_filter`.
 */
export function parseFilter(filter: unknown): Filter | null {
  if (filter === undefined || filter === null) return null
  if (typeof filter === 'string') return parseOne(filter)[0] ?? null
  if (!Array.isArray(filter)) throw wrongType('String, Array', filter)
  const all = filter.flatMap((part: unknown) => {
    if (typeof part === 'string') return parseOne(part)
    if (!Array.isArray(part)) throw wrongType('String, [String]', part)
    return joined(
      'or',
      part.flatMap((alternative: unknown) => {
        if (typeof alternative !== 'string') throw wrongType('String', alternative)
        return parseOne(alternative)
      }),
    )
  })
  return joined('and', all)[0] ?? null
}

const wrongType = (expected: string, found: unknown): Refusal =>
  new Refusal(
    'invalid_search_filter',
    `Invalid syntax for the filter parameter: \`expected ${expected}, found: ${JSON.stringify(found)}\`.`,
  )
