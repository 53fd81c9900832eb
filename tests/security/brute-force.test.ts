import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { confirmCode } from '#app/domain/accounts/confirm-code.server.ts'
import { workingCode } from '#app/domain/accounts/totp.server.ts'
import { times } from '#tests/support/attempts.ts'
import { aBrowser, aStaffWithCredentials, PASSWORD } from '#tests/support/factories/credentials.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let app: RunningApp | undefined
let email: string
let knownDevice: string

beforeAll(async () => {
  const anna = await aStaffWithCredentials('coordinator')
  email = anna.email
  const given = { userId: anna.actor.userId, code: workingCode(anna.seed, null) }
  knownDevice = `device=${(await confirmCode(given, aBrowser())).mark ?? ''}`
})
afterEach(() => app?.stop())

async function attempt(address: string, password: string, cookie = ''): Promise<Response> {
  const url = app?.url ?? ''
  return fetch(`${url}/accedi`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: url, Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ intent: 'password', email: address, password }),
  })
}

describe('guessing a password', () => {
  it('stops at the sixth try, also after a restart, for an account there is and for one there is not; she gets in where she is known', async () => {
    app = await startApp(db.urls())
    for (const address of [email, 'nessuno@rete.example']) {
      const answers = await times(6, () => attempt(address, 'sbagliata'))
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429])
      const wait = Number(answers[5]?.headers.get('Retry-After'))
      expect(wait).toBeGreaterThan(800)
      expect(wait).toBeLessThanOrEqual(900)
    }
    await app.stop()

    app = await startApp(db.urls())
    for (const [address, password] of [
      [email, PASSWORD],
      ['nessuno@rete.example', PASSWORD],
    ] as const) {
      const refused = await attempt(address, password)
      expect([refused.status, Number(refused.headers.get('Retry-After')) > 700]).toEqual([429, true])
    }
    const known = await attempt(email, PASSWORD, knownDevice)
    expect([known.status, known.headers.get('Location')]).toEqual([303, '/accedi/codice'])
    expect((await attempt('nessuno@rete.example', PASSWORD, knownDevice)).status).toBe(429)
  }, 150_000)
})
