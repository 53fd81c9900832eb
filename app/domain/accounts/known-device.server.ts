import { isSigned, randomToken, sign } from '#app/platform/crypto.server.ts'
import type { Browser } from './browser.ts'
import type { Try } from './limits.server.ts'

const PURPOSE = 'known-device'

const signed = (device: string, email: string): string => `${device} ${email}`

/**
 * A mark for a browser in which this account has signed in whole. It opens nothing: it gives the browser a count of its
 * own wrong tries, so that nobody can lock a person out of her own computer by failing at hers from elsewhere.
 */
export function markDevice(email: string): string {
  const device = randomToken(16)
  return `${device}.${sign(PURPOSE, signed(device, email))}`
}

/** The device of a mark of ours for that account, or null. */
function deviceIn(mark: string | null, email: string): string | null {
  const [device = '', signature = ''] = mark?.split('.') ?? []
  return device !== '' && isSigned(PURPOSE, signed(device, email), signature) ? device : null
}

/**
 * The counters of a try at an account's password or code. A browser of hers has one of its own, which nobody else can
 * fill, neither at her account, nor from her office's address, nor by trying everybody's.
 */
export function triesOf(limit: 'password' | 'code', email: string, { mark, address }: Browser): Try[] {
  const device = deviceIn(mark ?? null, email)
  if (device) return [{ limit, of: `${device} ${email}` }]
  return [
    { limit, of: email },
    { limit: 'address', of: address },
    { limit: 'strangers', of: 'all' },
  ]
}
