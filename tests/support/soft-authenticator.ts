import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { PasskeyAnswer } from '#app/domain/accounts/passkey-answer.schema.server.ts'

const SITE = { id: 'localhost', origin: 'http://localhost:3000' }

/** What a bad device, or a page that imitates ours, would do otherwise. */
type Said = { origin?: string; rpId?: string; userVerified?: boolean; counter?: number; type?: string }

const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest()
const text = (value: string): Buffer => Buffer.from([0x60 + value.length, ...Buffer.from(value)])
const byteString = (bytes: Buffer): Buffer =>
  Buffer.concat([
    bytes.length < 256
      ? Buffer.from([0x58, bytes.length])
      : Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]),
    bytes,
  ])

/** The public key as COSE writes it: EC2, ES256, P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    byteString(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    byteString(Buffer.from(y, 'base64url')),
  ])
}

const clientData = (type: string, challenge: string, { origin = SITE.origin }: Said): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

function authData({ rpId = SITE.id, userVerified = true, counter = 0 }: Said, credential?: Buffer): Buffer {
  const flags = 0x01 | (userVerified ? 0x04 : 0) | (credential ? 0x40 : 0)
  const number = Buffer.alloc(4)
  number.writeUInt32BE(counter)
  return Buffer.concat([sha256(rpId), Buffer.from([flags]), number, credential ?? Buffer.alloc(0)])
}

/** A passkey in software: it answers as a device does, and as one never should where a test says so. */
export function aPasskey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(16)
  const id = credentialId.toString('base64url')
  const answer = (response: Record<string, unknown>): PasskeyAnswer => ({
    ...{ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
  })
  return {
    id,
    /** The answer to a request for a new passkey. */
    create: (challenge: string, said: Said = {}): PasskeyAnswer => {
      const length = Buffer.from([0, credentialId.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)])
      const attestation = Buffer.concat([
        ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
        ...[text('authData'), byteString(authData(said, attested))],
      ])
      return answer({
        clientDataJSON: clientData(said.type ?? 'webauthn.create', challenge, said).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    /** The answer to a request to sign. */
    sign: (challenge: string, said: Said = {}): PasskeyAnswer => {
      const client = clientData(said.type ?? 'webauthn.get', challenge, said)
      const data = authData(said)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}
