import { isSigned, sign } from '#app/platform/crypto.server.ts'
import { isUuid } from '../shared/ids.ts'

const pack = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')
const unpack = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Two ids, and whatever follows them, as a token that only we can make; `purpose` keeps kinds of links apart. */
export function signIds(purpose: string, ids: readonly [string, string], rest = Buffer.alloc(0)): string {
  const body = Buffer.concat([...ids.map(pack), rest]).toString('base64url')
  return `${body}.${sign(purpose, body)}`
}

/** What a token says, or null when it was altered, is of another purpose or not `length` bytes longer than its ids. */
export function readIds(
  purpose: string,
  token: string,
  length = 0,
): { ids: [string, string]; rest: Buffer } | null {
  const [body, signature, ...more] = token.split('.')
  if (!body || !signature || more.length > 0) return null
  if (!isSigned(purpose, body, signature)) return null
  const bytes = Buffer.from(body, 'base64url')
  const [first, second] = [unpack(bytes.subarray(0, 16)), unpack(bytes.subarray(16, 32))]
  if (bytes.length !== 32 + length || !isUuid(first) || !isUuid(second)) return null
  return { ids: [first, second], rest: bytes.subarray(32) }
}
