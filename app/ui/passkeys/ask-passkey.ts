import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** What a passkey is asked for: to sign in, to show that it is still her, to be made. */
export type PasskeyUse = 'accesso' | 'conferma' | 'nuova'

/** Why no passkey answered, as far as the browser tells. */
export type PasskeyProblem = 'none' | 'there_already' | 'no_answer'

/** Whether the browser knows passkeys at all: it does on https and on one's own machine only. */
export const knowsPasskeys = (): boolean => typeof window.PublicKeyCredential === 'function'

/**
 * Has the browser ask its holder for a passkey, or for a new one.
 * @returns the answer for the server, as JSON.
 * @throws what `problemOf` explains.
 */
export async function askPasskey(use: PasskeyUse): Promise<string> {
  const answer = await fetch(`/accedi/passkey/opzioni?per=${use}`, {
    headers: { Accept: 'application/json' },
  })
  if (!answer.ok) throw new Error(`no options: ${String(answer.status)}`)
  const options: unknown = await answer.json()
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  const response =
    use === 'nuova'
      ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
      : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON })
  return JSON.stringify(response)
}

/** What a failed question comes to: browsers say the same of "no passkey here", "closed" and "too late". */
export function problemOf(error: unknown): PasskeyProblem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return 'there_already'
  return name === 'NotAllowedError' || name === 'AbortError' ? 'none' : 'no_answer'
}
