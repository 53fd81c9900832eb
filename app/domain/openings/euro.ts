export type EuroFault = 'not_an_amount' | 'negative' | 'unlikely'

/** No opening of ours pays more a month; more than this is cents typed as euro. */
const MOST_CENTS = 20_000_00

/**
 * Euro as people type them, in cents: `800`, `800,50`, `1.200`, `1.200,50 €`, `1200.50`. A point before exactly three
 * digits groups thousands, as in Italian.
 */
export function centsOf(typed: string): number | EuroFault {
  const text = typed.replace(/[\s\u00a0€]|euro/gi, '')
  const negative = /^[-\u2212]/.test(text)
  const plain = text.replace(/^[-\u2212+]/, '').replace(/\.(?=\d{3}(\D|$))/g, '')
  const [, euro, decimals = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(plain) ?? []
  if (euro === undefined) return 'not_an_amount'
  const cents = Number(euro) * 100 + Number(decimals.padEnd(2, '0'))
  if (negative && cents > 0) return 'negative'
  return cents > MOST_CENTS ? 'unlikely' : cents
}

/** The amount as it stands in a form field: `800` or `800,50`, whatever the language. */
export const euroFieldOf = (cents: number): string =>
  cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',')
