import { env } from '#app/platform/env.server.ts'
import { equalInConstantTime, signatures } from '#app/platform/crypto.server.ts'
import { isUuid, type ContactId } from '../shared/ids.ts'

const PURPOSE = 'reply-address'

/** Mail programs may change the case of an address: base 32 survives that, and its part before the @ stays under 64. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ten bytes of signature: 80 bits that nobody guesses one mail at a time. */
const SIGNED_BYTES = 10

function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer | null {
  const values = [...text].map((letter) => ALPHABET.indexOf(letter))
  if (values.includes(-1)) return null
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** As it is now, first, and as it was under former secrets: mails are answered years later. */
const signaturesOf = (contactId: string): string[] =>
  signatures(PURPOSE, contactId).map((signature) =>
    toBase32(Buffer.from(signature, 'base64url').subarray(0, SIGNED_BYTES)),
  )

/**
 * The address at which answers to our mails to this contact arrive: the configured one with her thread after a plus. Null
 * where no address for answers is configured.
 */
export function replyAddress(contactId: ContactId): string | null {
  const { INBOUND_ADDRESS } = env()
  if (!INBOUND_ADDRESS) return null
  const [name, domain] = INBOUND_ADDRESS.split('@')
  const packed = toBase32(Buffer.from(contactId.replaceAll('-', ''), 'hex'))
  return `${String(name)}+${packed}${String(signaturesOf(contactId)[0])}@${String(domain)}`
}

/** Whose thread an address is, whatever the case it comes in; null for any other one and for an altered one. */
export function readReplyAddress(address: string): ContactId | null {
  const [, token = ''] = /\+([a-z2-7]{42})@/.exec(address.toLowerCase()) ?? []
  const id = fromBase32(token.slice(0, 26))
    ?.subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!id || !isUuid(id)) return null
  const ours = signaturesOf(id).filter((signature) => equalInConstantTime(token.slice(26), signature))
  return ours.length > 0 ? (id as string as ContactId) : null
}
