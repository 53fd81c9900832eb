import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env.server.ts'
import { rootKey, sealNamed, unsealNamed, type KeyRing, type RootKey } from './key-ring.server.ts'

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

const rings = new Map<string, KeyRing>()

function remembered(name: string, make: () => Buffer[]): KeyRing {
  const known = rings.get(name)
  if (known) return known
  const [current, ...former] = make().map(rootKey)
  if (!current) throw new Error('a ring without a key')
  const ring: KeyRing = [current, ...former]
  rings.set(name, ring)
  return ring
}

/** The master key and those before it. */
export const masterKeys = (): KeyRing =>
  remembered('master', () =>
    [env().MASTER_KEY, ...env().MASTER_KEY_OLD].map((key) => Buffer.from(key, 'base64')),
  )

/** The keys for one purpose, derived from the application secret and those before it (HKDF-SHA-256, RFC 5869). */
function purposeKeys(purpose: string): KeyRing {
  return remembered(`purpose ${purpose}`, () =>
    [env().APP_SECRET, ...env().APP_SECRET_OLD].map((secret) =>
      Buffer.from(hkdfSync('sha256', secret, 'passaparola', purpose, 32)),
    ),
  )
}

/** What `sign` gives with the secret of today, first, and gave with those before it. */
export const signatures = (purpose: string, value: string): [string, ...string[]] => {
  const hmac = (key: Buffer) => createHmac('sha256', key).update(value).digest('base64url')
  const [current, ...former] = purposeKeys(purpose)
  return [hmac(current.key), ...former.map(({ key }) => hmac(key))]
}

/** HMAC-SHA-256 of `value` under the key of `purpose`, base64url. */
export const sign = (purpose: string, value: string): string => signatures(purpose, value)[0]

/** Whether `signature` is what we sign, or signed before the secret was changed; in constant time. */
export const isSigned = (purpose: string, value: string, signature: string): boolean =>
  signatures(purpose, value).filter((ours) => equalInConstantTime(ours, signature)).length > 0

/**
 * Blind index of an identifier, and the ones it had under former secrets: equal values meet, the value can't be read back
 * without the key. Normalised (trim, lower case) so that spelling of the case does not matter.
 */
export const blindIndexes = (column: string, value: string): [string, ...string[]] =>
  signatures(`blind:${column}`, value.trim().toLowerCase())

/** The blind index that is written: the one of today's secret. */
export const blindIndex = (column: string, value: string): string => blindIndexes(column, value)[0]

/** The keys of backups: each follows from a master key and bears its name, so that it is known which one a backup needs. */
export function backupKeys(): KeyRing {
  const [current, ...former] = masterKeys()
  const derive = ({ id, key }: RootKey): RootKey => ({
    id,
    key: Buffer.from(hkdfSync('sha256', key, 'passaparola', 'backup', 32)),
  })
  return [derive(current), ...former.map(derive)]
}

const keyPlace = (aad: string): string => `key:${aad}`

/** A new data key for one person, wrapped by the master key for the database. */
export const newWrappedKey = (aad: string): Buffer => sealNamed(masterKeys(), randomBytes(32), keyPlace(aad))

/** The data key inside a wrapped one. */
export const unwrapKey = (wrapped: Buffer, aad: string): Buffer =>
  unsealNamed(masterKeys(), wrapped, keyPlace(aad))

/** The same data key, wrapped by the master key of today. */
export const rewrapKey = (wrapped: Buffer, aad: string): Buffer =>
  sealNamed(masterKeys(), unwrapKey(wrapped, aad), keyPlace(aad))

/** The keys of the small secrets of one purpose. */
export const secretKeys = (purpose: string): KeyRing => purposeKeys(`secret:${purpose}`)

/** Seals a small secret of an account (its TOTP seed) under a key of its own purpose. */
export const sealSecret = (purpose: string, plain: string, aad: string): Buffer =>
  sealNamed(secretKeys(purpose), plain, aad)

/** Opens what `sealSecret` closed. */
export const unsealSecret = (purpose: string, sealed: Buffer, aad: string): string =>
  unsealNamed(secretKeys(purpose), sealed, aad).toString('utf8')
