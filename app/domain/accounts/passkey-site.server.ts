import { env } from '#app/platform/env.server.ts'
import type { Role } from '../shared/actor.ts'
import { needsPasskey } from './passkey-rules.ts'

/** Whether a role signs in with a passkey and nothing less here. The demo's accounts are everybody's: none is asked there. */
export const passkeyRequired = (role: Role): boolean => env().APP_MODE === 'production' && needsPasskey(role)

/** The site that passkeys are made for and answer to: our own address, whatever a request says of itself. */
export const passkeySite = (): { name: string; id: string; origin: string } => {
  const { hostname, origin } = new URL(env().APP_URL)
  return { name: 'Passaparola', id: hostname, origin }
}
