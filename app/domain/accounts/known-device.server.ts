import { equalInConstantTime, randomToken, sign } from '#app/platform/crypto.server.ts'

const signatureOf = (device: string, email: string): string => sign('known-device', `${device} ${email}`)

/**
 * A mark for a browser in which this account has signed in whole. It opens nothing: it gives the browser a count of its
 * own wrong tries, so that nobody can lock a person out of her own computer by failing at hers from elsewhere.
 */
export function markDevice(email: string): string {
  const device = randomToken(16)
  return `${device}.${signatureOf(device, email)}`
}

/** Whose tries are counted: this browser's where its mark is one of ours for that account, else the account's. */
export function counterOf(mark: string | null, email: string): string {
  const [device = '', signature = ''] = mark?.split('.') ?? []
  const known = device !== '' && equalInConstantTime(signature, signatureOf(device, email))
  return known ? `${device} ${email}` : email
}
