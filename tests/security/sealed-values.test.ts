import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blindIndex,
  equalInConstantTime,
  newWrappedKey,
  randomToken,
  sealSecret,
  sign,
  unsealSecret,
  unwrapKey,
} from '#app/platform/crypto.server.ts'
import { seal, unseal } from '#app/platform/seal.server.ts'

const ENCRYPTIONS = 20_000
const NONCE = { from: 1, to: 13 }

const key = unwrapKey(newWrappedKey('anna'), 'anna')
const place = 'candidates.first_name:anna'

describe('a sealed value', () => {
  test('opens with its key in its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (plain) => {
        expect(unseal(key, seal(key, plain, place), place).toString('utf8')).toBe(
          Buffer.from(plain).toString(),
        )
      }),
    )
  })

  test('does not open once it was moved to another column or another person, nor with another key', () => {
    const sealed = seal(key, 'Grazia', place)
    for (const elsewhere of ['candidates.last_name:anna', 'candidates.first_name:bea'])
      expect(() => unseal(key, sealed, elsewhere)).toThrow()
    expect(() => unseal(unwrapKey(newWrappedKey('anna'), 'anna'), sealed, place)).toThrow()
  })

  test('does not open with one bit turned, wherever it is', () => {
    const sealed = seal(key, 'Grazia', place)
    for (let at = 0; at < sealed.length * 8; at++) {
      const turned = Buffer.from(sealed)
      turned[at >> 3] = (turned[at >> 3] ?? 0) ^ (1 << (at & 7))
      expect(() => unseal(key, turned, place)).toThrow()
    }
  })

  test('never has a nonce that another has, and never shows its words', () => {
    const seen = new Set<string>()
    for (let count = 0; count < ENCRYPTIONS; count++) {
      const sealed = seal(key, 'Grazia', place)
      seen.add(sealed.subarray(NONCE.from, NONCE.to).toString('hex'))
      if (sealed.includes('Grazia')) throw new Error('the words show')
    }
    expect(seen.size).toBe(ENCRYPTIONS)
  })
})

describe('a key of a person', () => {
  test('is 256 bits, another for each, and opens for her alone', () => {
    const wrapped = newWrappedKey('anna')
    expect(unwrapKey(wrapped, 'anna')).toHaveLength(32)
    expect(unwrapKey(newWrappedKey('anna'), 'anna')).not.toEqual(unwrapKey(wrapped, 'anna'))
    expect(() => unwrapKey(wrapped, 'bea')).toThrow()
  })
})

describe('what is made of the secret of the installation', () => {
  test('serves one purpose: the same words are signed another way for another', () => {
    expect(sign('unsubscribe', 'x')).toBe(sign('unsubscribe', 'x'))
    expect(sign('unsubscribe', 'x')).not.toBe(sign('still-open', 'x'))
    expect(blindIndex('candidates.last_name', 'Rossi')).not.toBe(blindIndex('other.column', 'Rossi'))
    expect(Buffer.from(sign('unsubscribe', 'x'), 'base64url')).toHaveLength(32)
  })

  test('opens for the account and the purpose that it was sealed for', () => {
    const sealed = sealSecret('totp', 'JBSWY3DP', 'anna')
    expect(unsealSecret('totp', sealed, 'anna')).toBe('JBSWY3DP')
    expect(() => unsealSecret('totp', sealed, 'bea')).toThrow()
    expect(() => unsealSecret('other', sealed, 'anna')).toThrow()
  })

  test('finds a surname however it was typed, and no other', () => {
    expect(blindIndex('c', ' ROSSI ')).toBe(blindIndex('c', 'rossi'))
    expect(blindIndex('c', 'rossi')).not.toBe(blindIndex('c', 'rosso'))
  })
})

test('tokens are 256 random bits, no two the same', () => {
  const tokens = new Set(Array.from({ length: 1_000 }, () => randomToken()))
  expect(tokens.size).toBe(1_000)
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test('a comparison tells equal from different at any length', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(equalInConstantTime(one, other)).toBe(one === other)
    }),
  )
})
