import { eq } from 'drizzle-orm'
import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { workingCode } from '#app/domain/accounts/totp.server.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { m } from '#app/locales/generated/messages.js'
import { now } from '#app/platform/clock.server.ts'
import { sessions } from '#db/schema/accounts.ts'
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { aCompany } from '#tests/support/factories/accounts.ts'
import {
  accountRow,
  aStaffWithCredentials,
  type Credentials,
  PASSWORD,
} from '#tests/support/factories/credentials.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { visitor, type Visitor } from './visitor.ts'

const db = useTestDatabase()
let app: RunningApp
let browser: Browser
const everybody: Visitor[] = []

const arrive = async (look: { width: number; javaScript: boolean }) => {
  const one = await visitor(browser, app.url, look)
  everybody.push(one)
  return one
}

/** A telephone's authenticator in Chromium: it asks nobody's finger, and says that it did. */
async function withAuthenticator(who: Visitor): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await who.page.context().newCDPSession(who.page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

async function passwordAndCode(who: Visitor, { actor, email, seed }: Credentials): Promise<void> {
  await who.go('/accedi')
  const form = who.page.locator('form#password')
  await form.locator('[name="email"]').fill(email)
  await form.locator('[name="password"]').fill(PASSWORD)
  await form.locator('button').click()
  await who.arrive(/^\/accedi\/codice$/)
  await who.fill('code', workingCode(seed, (await accountRow(actor)).totpLastStep))
  await who.press(m.account_code_submit())
}

async function signOut(who: Visitor): Promise<void> {
  await who.page.context().clearCookies()
  await who.go('/accedi')
}

describe.skipIf(noBrowser)(`passkeys in a real browser${noBrowser ? `: ${noBrowser}` : ''}`, () => {
  beforeAll(async () => {
    await aCompany()
    app = await startApp({ ...db.urls(), env: { APP_MODE: 'production' } })
    browser = await launchBrowser()
  }, 60_000)
  afterEach(async () => {
    await Promise.all(everybody.splice(0).map((one) => one.leave()))
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  }, 30_000)

  const looks = [
    ['on a desktop', 1280],
    ['on a telephone', 390],
  ] as const

  it.each(looks)(
    'a coordinator makes hers at her first sign-in, comes back by it, confirms an export by it, %s',
    { timeout: 120_000 },
    async (_, width) => {
      const francesca = await aStaffWithCredentials('coordinator')
      const who = await arrive({ width, javaScript: true })
      const { cdp, authenticatorId } = await withAuthenticator(who)
      await passwordAndCode(who, francesca)
      await who.arrive(/^\/accedi\/passkey$/)
      await who.go('/rete')
      await who.arrive(/^\/accedi$/)
      await who.go('/accedi/passkey')
      await who.press(m.security_passkey_make())
      await who.arrive(/^\/account\/sicurezza$/)
      await who.see(m.security_enrolled())

      await who.press(m.security_recovery_make())
      await who.see(m.security_recovery_once())
      expect(await who.page.locator('code').allInnerTexts()).toHaveLength(8)
      await who.checkHere()
      await who.go('/account/sicurezza')
      await who.see(m.security_recovery_left({ count: 8 }))
      expect(await who.page.locator('code').count()).toBe(0)

      await signOut(who)
      await who.press(m.security_passkey_sign_in())
      await who.arrive(/^\/rete$/)

      const ago = new Date(now().getTime() - 11 * MINUTE)
      await db.asSystem((tx) =>
        tx.update(sessions).set({ factorAt: ago }).where(eq(sessions.userId, francesca.actor.userId)),
      )
      await who.go('/rete/aziende?di=all')
      await who.press(m.portfolio_export_csv())
      await who.arrive(/^\/account\/conferma$/)
      await who.press(m.security_confirm_by_passkey())
      await who.see(m.security_confirmed_title())
      await who.checkHere()
      const [file] = await Promise.all([
        who.page.waitForEvent('download'),
        who.press(m.security_confirmed_download()),
      ])
      expect(file.suggestedFilename()).toMatch(/\.csv$/)

      // A copy of the passkey that knows less of its uses than we do.
      const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
      const [credential] = credentials
      if (!credential) throw new Error('the authenticator holds nothing')
      expect(credential.signCount).toBeGreaterThan(1)
      await cdp.send('WebAuthn.clearCredentials', { authenticatorId })
      await cdp.send('WebAuthn.addCredential', {
        authenticatorId,
        credential: { ...credential, signCount: 0 },
      })
      await signOut(who)
      await who.press(m.security_passkey_sign_in())
      await who.see(m.security_passkey_refused())
    },
  )

  it('says on a device without one that none came', { timeout: 60_000 }, async () => {
    const who = await arrive({ width: 1280, javaScript: true })
    await withAuthenticator(who)
    await who.go('/accedi')
    await who.press(m.security_passkey_sign_in())
    await who.see(m.security_passkey_none())
    await who.checkHere()
  })

  it('without JavaScript a case manager signs in by her code, and the page says what a passkey needs', async () => {
    const chiara = await aStaffWithCredentials()
    const who = await arrive({ width: 1280, javaScript: false })
    await who.go('/accedi')
    await who.see(m.security_passkey_needs())
    await passwordAndCode(who, chiara)
    await who.arrive(/^\/lavoro$/)
    await who.go('/account/sicurezza')
    await who.see(m.security_passkey_needs())
    await who.press(m.security_recovery_make())
    await who.see(m.security_recovery_once())
  }, 60_000)
})
