import type texts from '#app/locales/it/matching.json'

/** A text of `app/locales/<language>/matching.json`. The Italian file decides which keys there are. */
export type MatchingKey = Exclude<keyof typeof texts, '$schema'>

/**
 * A text to be said in any language. The end of a parameter's name says what it holds: `…Date` a day 'YYYY-MM-DD',
 * `…Cents` euro cents, `skill` and `demand` codes of the taxonomy; other numbers are plain quantities, other strings are
 * shown as they are.
 */
export type MessageDescriptor = { key: MatchingKey; params: Record<string, string | number> }

const codeParams = ['skill', 'demand'] as const
export type CodeParam = (typeof codeParams)[number]
const isCodeParam = (name: string): name is CodeParam => codeParams.some((param) => param === name)

/**
 * The parameters of a descriptor as text for one language, by `Intl`: days, euro and decimals the way that language
 * writes them, codes through `labelOf`. `locale` is a BCP 47 tag.
 */
export function readableParams(
  { params }: MessageDescriptor,
  locale: string,
  labelOf: (taxonomy: CodeParam, code: string) => string,
): Record<string, string> {
  // A day is a date without time: read and written in UTC so that no zone can move it.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const euro = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 2 })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const read = ([name, value]: [string, string | number]): [string, string] => {
    if (isCodeParam(name)) return [name, labelOf(name, String(value))]
    if (name.endsWith('Date')) return [name, day.format(new Date(value))]
    if (name.endsWith('Cents')) return [name, euro.format(Number(value) / 100)]
    return [name, typeof value === 'number' ? number.format(value) : value]
  }
  return Object.fromEntries(Object.entries(params).map(read))
}
