import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const FORMAT = 1
const NONCE = 12
const TAG = 16

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
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()])
}
