import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '#app/locales/generated/messages.js'
import { vatIdOf } from '#tests/support/factories/sequence.ts'
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { agreeToSpeak, answerCard, postOpening, signUp, tellStory, type Firm } from './walk-company.ts'
import { logCall, propose, publishStory, signIn, tryWeight, verify } from './walk-network.ts'
import { mailsTo } from './mail.ts'
import accounts from '#db/seed/demo-accounts.json' with { type: 'json' }
import { visitor, type Look, type Visitor } from './visitor.ts'

const accountsOf = (role: string) => accounts.filter((account) => account.role === role)

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`waited in vain until ${what}`)
}

/**
 * The loop of the product, from a company's sign-up to its testimonial, walked by everybody who has a part in it. Each way
 * of looking at it is a test file of its own, so that they are walked side by side.
 */
export function walkTheLoop(title: string, look: Look): void {
  const db = useTestDatabase({ demo: true })
  let app: RunningApp
  let browser: Browser

  describe.skipIf(noBrowser)(`the loop in a real browser${noBrowser ? `: ${noBrowser}` : ''}`, () => {
    beforeAll(async () => {
      app = await startApp({ ...db.urls(), worker: true })
      browser = await launchBrowser()
    }, 180_000)

    afterAll(async () => {
      await browser?.close()
      await app?.stop()
    }, 30_000)

    it(`goes round ${title}`, { timeout: 240_000 }, async () => {
      const firm: Firm = {
        vatId: vatIdOf(9_600_001),
        name: 'Trattoria Prova',
        email: 'referente@trattoria-prova.example',
        opening: 'Aiuto cucina prova',
      }
      const everybody: Visitor[] = []
      const arrive = async () => {
        const one = await visitor(browser, app.url, look)
        everybody.push(one)
        return one
      }
      const [hr, caseManager, first, second, scanner] = [
        await arrive(),
        await arrive(),
        await arrive(),
        await arrive(),
        await arrive(),
      ]
      const [elisa] = accountsOf('case_manager')
      const [francesca, roberto] = accountsOf('coordinator')
      if (!elisa || !francesca || !roberto) throw new Error('the demo accounts are not there')

      await signUp(hr, firm)
      await postOpening(hr, firm)

      await signIn(caseManager, elisa)
      const company = await logCall(caseManager, firm)
      await signIn(first, francesca)
      await verify(first, firm)
      await signIn(second, roberto)
      await verify(second, firm)
      await tryWeight(second)

      await propose(caseManager, firm)
      await answerCard(scanner, firm)
      await until('the company is thanked', async () => (await mailsTo(firm.email)).length >= 4)
      await caseManager.go('/lavoro')
      await caseManager.see(firm.name)
      await caseManager.go(company)
      await caseManager.see('Richiamati per conoscerci')

      await tellStory(hr, firm)
      await publishStory(first, firm)
      await scanner.go('/storie')
      await scanner.see(`Cucina coperta in nove giorni da ${firm.name}`)

      await caseManager.go(`${company}/testimonial`)
      await caseManager.choose('scope', 'both')
      await caseManager.press(m.testimonials_ask())
      await caseManager.page.locator('input[name="scope"]').first().waitFor({ state: 'detached' })
      await agreeToSpeak(hr)
      await first.go('/rete/testimonial')
      await first.see(firm.name)
      await first.see(elisa.name)
      await first.go('/rete')

      for (const one of everybody) await one.leave()
      expect(everybody).toHaveLength(5)
    })
  })
}
