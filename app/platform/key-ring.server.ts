import { createHash } from 'node:crypto'
import { seal, unseal } from './seal.server.ts'

/** The key that closes, first, and those before it, which only open. */
export type KeyRing = readonly [RootKey, ...RootKey[]]
export type RootKey = { id: Buffer; key: Buffer }

/** Set before what is closed by a ring: the key's name, then what `seal` gives. */
const NAMED = 2
const ID = 8

/** A key and its name: the beginning of a hash of it, so that nobody has to name keys and no two are mixed up. */
export const rootKey = (key: Buffer): RootKey => ({
  key,
  id: createHash('sha256').update('passaparola key').update(key).digest().subarray(0, ID),
})

/** How everything begins that the ring's first key has closed. */
export const markOf = ([current]: KeyRing): Buffer => Buffer.concat([Buffer.from([NAMED]), current.id])

/** Closes a value with the ring's first key. */
export const sealNamed = (ring: KeyRing, plain: Buffer | string, aad: string): Buffer =>
  Buffer.concat([markOf(ring), seal(ring[0].key, plain, aad)])

/**
 * Opens what any key of the ring closed; what was closed before keys had names is tried with each.
 * @throws when none of them did, or the place or a single bit differs.
 */
export function unsealNamed(ring: KeyRing, sealed: Buffer, aad: string): Buffer {
  if (sealed[0] === NAMED) {
    const id = sealed.subarray(1, 1 + ID)
    const named = ring.find((one) => one.id.equals(id))
    if (!named) throw new Error(`the key ${id.toString('hex')} is not configured`)
    return unseal(named.key, sealed.subarray(1 + ID), aad)
  }
  for (const { key } of ring.slice(0, -1)) {
    try {
      return unseal(key, sealed, aad)
    } catch {
      continue
    }
  }
  return unseal((ring.at(-1) ?? ring[0]).key, sealed, aad)
}
