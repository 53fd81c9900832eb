import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document } from './facet-values.ts'
import { compile } from './filter-evaluate.ts'
import { parseFilter } from './filter-parse.ts'

const passes = (filter: unknown, document: Document): boolean => {
  const parsed = parseFilter(filter)
  return parsed === null || compile(parsed)(document)
}

/** A filter as text beside the same question in plain JavaScript. */
type Question = { text: string; ask: (document: Document) => boolean }

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`

/** Texts with everything that could upset a parser; in lower case, for bounds are taken as they are. */
const someText = fc
  .oneof(
    fc.constantFrom('rosso', 'rosso scuro', "l'alba", 'a "b"', String.raw`c:\d`, 'and', 'caffè', '(x)', '12'),
    fc.string({ unit: fc.constantFrom(...'abc 1-_.()[]\'"\\,=<>!è'), minLength: 1, maxLength: 6 }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '')

const documents: fc.Arbitrary<Document> = fc.record(
  {
    id: fc.nat(),
    n: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 4 })),
    t: fc.oneof(someText, fc.array(someText, { maxLength: 3 }), fc.constant(null), fc.constant('')),
    o: fc.record({ deep: fc.array(fc.record({ x: fc.integer({ min: 0, max: 3 }) }), { maxLength: 3 }) }),
  },
  { requiredKeys: ['id'] },
)

const all = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value]
const fold = (text: string): string => text.normalize('NFKD').toLowerCase().trim()
const numbers = (document: Document): number[] => all(document.n).filter((value) => typeof value === 'number')
const deep = (document: Document): number[] =>
  ((document.o as { deep: { x: number }[] } | undefined)?.deep ?? []).map(({ x }) => x)
const textIs = (wanted: string) => (document: Document) =>
  all(document.t).some((value) => typeof value === 'string' && fold(value) === fold(wanted))

const small = fc.integer({ min: -6, max: 6 })
const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '=': (a, b) => a === b,
}
const is = (text: string, ask: Question['ask']): Question => ({ text, ask })
const no =
  ({ ask }: Question): Question['ask'] =>
  (document) =>
    !ask(document)

const condition: fc.Arbitrary<Question> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...Object.keys(COMPARE)), small)
    .map(([operator, value]) =>
      is(`n ${operator} ${String(value)}`, (document) =>
        numbers(document).some((n) => COMPARE[operator]?.(n, value)),
      ),
    ),
  small.map((value) => is(`n!=${String(value)}`, (document) => !numbers(document).includes(value))),
  fc
    .tuple(small, small)
    .map(([from, to]) =>
      is(`n ${String(from)} TO ${String(to)}`, (document) =>
        numbers(document).some((n) => n >= from && n <= to),
      ),
    ),
  fc
    .array(small, { maxLength: 4 })
    .map((values) =>
      is(`n IN [${values.join(', ')}]`, (document) => numbers(document).some((n) => values.includes(n))),
    ),
  fc
    .array(small, { maxLength: 4 })
    .map((values) =>
      is(`n NOT IN[${values.join(',')}]`, (document) => !numbers(document).some((n) => values.includes(n))),
    ),
  fc
    .integer({ min: 0, max: 3 })
    .map((x) => is(`o.deep.x = ${String(x)}`, (document) => deep(document).includes(x))),
  someText.map((text) => is(`t = ${quote(text)}`, textIs(text))),
  someText.map((text) => is(`t = ${quote(text.toUpperCase())}`, textIs(text.toUpperCase()))),
  someText.map((text) => is(`"t" != ${quote(text)}`, no(is('', textIs(text))))),
  fc.constantFrom(
    is('t EXISTS', (document) => document.t !== undefined),
    is('t NOT EXISTS', (document) => document.t === undefined),
    is('t IS NULL', (document) => document.t === null),
    is('t IS NOT NULL', (document) => document.t !== null),
    is('t IS EMPTY', ({ t }) => t === '' || (Array.isArray(t) && t.length === 0)),
    is('t IS NOT EMPTY', ({ t }) => !(t === '' || (Array.isArray(t) && t.length === 0))),
  ),
)

const questions = fc.letrec<{ question: Question }>((tie) => ({
  question: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    fc
      .tuple(tie('question'), tie('question'))
      .map(([a, b]) => is(`(${a.text}) AND (${b.text})`, (document) => a.ask(document) && b.ask(document))),
    fc
      .tuple(tie('question'), tie('question'))
      .map(([a, b]) => is(`(${a.text} OR ${b.text})`, (document) => a.ask(document) || b.ask(document))),
    tie('question').map((a) => is(`NOT (${a.text})`, no(a))),
    fc
      .tuple(condition, condition, condition)
      .map(([a, b, c]) =>
        is(`(${a.text} OR ${b.text} AND NOT ${c.text})`, (d) => a.ask(d) || (b.ask(d) && !c.ask(d))),
      ),
  ),
})).question

describe('a filter', () => {
  it('means what the same question means in JavaScript', () => {
    fc.assert(
      fc.property(questions, documents, ({ text, ask }, document) => {
        expect(passes(text, document)).toBe(ask(document))
      }),
      { numRuns: 2_000 },
    )
  })

  it('as a list is an AND of ORs', () => {
    fc.assert(
      fc.property(condition, condition, condition, documents, (a, b, c, document) => {
        const expected = a.ask(document) && (b.ask(document) || c.ask(document))
        expect(passes([a.text, [b.text, c.text]], document)).toBe(expected)
      }),
    )
  })

  it('that is empty asks for nothing', () => {
    for (const empty of [undefined, null, '', '  ', [], [[]], ['']]) expect(parseFilter(empty)).toBeNull()
  })

  it('compares the spelling of numbers with texts too', () => {
    expect(passes('code = 12', { code: '12' })).toBe(true)
    expect(passes('code = 012', { code: 12 })).toBe(true)
    expect(passes('open = true', { open: true })).toBe(true)
  })

  it.each([
    'n',
    'n =',
    '= 3',
    'n = 3 n = 4',
    'n = 3 AND',
    'n = 3 OR OR n = 4',
    '(n = 3',
    'n = 3)',
    'n IN 3',
    'n IN [3',
    'n IN [3 4]',
    "t = 'open",
    't = two words',
    'n = 🦀',
    'AND = 3',
    'n == 3',
    'n TO 3',
    'n and 3',
    `${'('.repeat(60)}n = 3${')'.repeat(60)}`,
  ])('is refused when it is not one: %s', (text) => {
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ code: 'invalid_search_filter' }))
  })

  it.each([[3], [true], [{ n: 3 }], [[3]], [[['n = 3', ['n = 4']]]]])('is refused as %j', (filter) => {
    expect(() => parseFilter(filter)).toThrow(expect.objectContaining({ code: 'invalid_search_filter' }))
  })

  it('has no operator that the server keeps behind a switch', () => {
    expect(() => parseFilter('t CONTAINS x')).toThrow(
      expect.objectContaining({ code: 'feature_not_enabled' }),
    )
  })
})
