import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { env } from './env.server.ts'

const FORMAT = 1
const NONCE = 12
const TAG = 16

/** `length` random bytes in base64url: for tokens and secrets. */
export const randomToken = (length = 32): string => randomBytes(length).toString('base64url')

/** SHA-256 in hex: how tokens of sessions and links are stored. */
export const sha256 = (value: string): string => createHash('sha256').update(value).digest('hex')

/** Compares two strings in constant time. */
export function equalInConstantTime(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  const right = createHash('sha256').update(b).digest()
  return timingSafeEqual(left, right)
}

const derived = new Map<string, Buffer>()

/** A key for one purpose, derived from the application secret (HKDF-SHA-256, RFC 5869). */
function purposeKey(purpose: string): Buffer {
  let key = derived.get(purpose)
  if (!key) {
    key = Buffer.from(hkdfSync('sha256', env().APP_SECRET, 'passaparola', purpose, 32))
    derived.set(purpose, key)
  }
  return key
}

/** HMAC-SHA-256 of `value` under the key of `purpose`, base64url. */
export const sign = (purpose: string, value: string): string =>
  createHmac('sha256', purposeKey(purpose)).update(value).digest('base64url')

/**
 * Blind index of an identifier: equal values meet, the value can't be read back without the key.
 * Normalised (trim, lower case) so that spelling of the case does not matter.
 */
export const blindIndex = (column: string, value: string): string =>
  sign(`blind:${column}`, value.trim().toLowerCase())

/** AES-256-GCM: version byte, nonce, tag, ciphertext. `aad` binds the ciphertext to its place. */
export function seal(key: Buffer, plain: Buffer | string, aad: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(aad))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), body])
}

/** Opens what `seal` closed. @throws when the key, the place or a single bit differs. */
export function unseal(key: Buffer, sealed: Buffer, aad: string): Buffer {
  if (sealed[0] !== FORMAT) throw new Error('sealed value has an unknown format')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE))
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()])
}

const masterKey = (): Buffer => Buffer.from(env().MASTER_KEY, 'base64')

/** A new data key for one person, wrapped by the master key for the database. */
export function newWrappedKey(aad: string): Buffer {
  return seal(masterKey(), randomBytes(32), `key:${aad}`)
}

/** The data key inside a wrapped one. */
export const unwrapKey = (wrapped: Buffer, aad: string): Buffer => unseal(masterKey(), wrapped, `key:${aad}`)

/** Seals a small secret of an account (its TOTP seed) under a key of its own purpose. */
export const sealSecret = (purpose: string, plain: string, aad: string): Buffer =>
  seal(purposeKey(`secret:${purpose}`), plain, aad)

/** Opens what `sealSecret` closed. */
export const unsealSecret = (purpose: string, sealed: Buffer, aad: string): string =>
  unseal(purposeKey(`secret:${purpose}`), sealed, aad).toString('utf8')
