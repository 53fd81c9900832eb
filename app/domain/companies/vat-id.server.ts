import { randomInt } from 'node:crypto'
import { validate } from 'stdnum/lib/cjs/it/iva.js'

/**
 * The eleven digits of a partita IVA however it was typed (spaces, `IT`), or null when its length, its tax office or its
 * check digit is wrong.
 */
export function readVatId(typed: string): string | null {
  if (typed.length > 30) return null
  const answer = validate(typed.toUpperCase())
  return answer.isValid ? answer.compact : null
}

/** A partita IVA that passes its check and is nobody's: for trying the sign-up outside of production. */
export function exampleVatId(): string {
  // 9,000,000 and up: numbers that tax office 001 (Torino) has not reached.
  const body = `${randomInt(9_000_000, 10_000_000)}001`
  const vatId = Array.from({ length: 10 }, (_, digit) => readVatId(`${body}${digit}`)).find(
    (found) => found !== null,
  )
  if (!vatId) throw new Error('no check digit fits')
  return vatId
}
