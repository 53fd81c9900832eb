/** Without 0, 1, I and O, which hands and eyes take for one another: 32 signs, five bits each. */
export const RECOVERY_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const RECOVERY_CODES = 8
/** Sixty bits after the code's own number; the hash is a slow one, and tries are counted. */
export const RECOVERY_LENGTH = 12

/** `3-ABCD-EFGH-JKLM`: the number of a code, and its signs in groups that can be read out. */
export const writeRecoveryCode = (number: number, signs: string): string =>
  [String(number), ...(signs.match(/.{1,4}/g) ?? [])].join('-')

/** A code as it was typed: small letters, spaces and other dashes do. Null for what can't be one. */
export function readRecoveryCode(typed: string): { number: number; signs: string } | null {
  const plain = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '')
  const [, number, signs] = /^([1-8])([2-9A-HJ-NP-Z]{12})$/.exec(plain) ?? []
  return number && signs ? { number: Number(number), signs } : null
}
