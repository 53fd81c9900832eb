import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { m } from '#app/locales/generated/messages.js'
import accounts from '#db/seed/demo-accounts.json' with { type: 'json' }
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { keptMails } from './mail.ts'
import { visitor, type Look, type Visitor } from './visitor.ts'
import { signIn } from './walk-network.ts'

const db = useTestDatabase({ demo: true })

let app: RunningApp
let browser: Browser

const OPENING = /^\/lavoro\/opportunita\/[0-9a-f-]{36}$/

/** The first open opening whose ranking and what-ifs both have somebody. @returns its path. */
async function anOpeningToAskAbout(who: Visitor): Promise<string> {
  await who.go('/lavoro/opportunita')
  const links = who.page.locator('main td a, main th a').filter({ hasNotText: /^$/ })
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  for (const path of paths.filter((one) => OPENING.test(one))) {
    await who.page.goto(path)
    const twoPeople = (await who.page.locator('input[name="persona"]').count()) > 1
    await who.page.goto(`${path}?tab=ipotesi`)
    if (twoPeople && (await who.page.locator('a[href*="/domanda?"]').count()) > 0) return path
  }
  throw new Error('no opening of the demo has two people and a what-if')
}

async function lookAndCompare(who: Visitor, path: string): Promise<void> {
  await who.go(path)
  const people = who.page.locator('main ol.plain-list > li')
  const unseen = people.filter({ hasText: m.reviews_new() }).first()
  const code = await unseen.locator('h2').innerText()
  await unseen.getByRole('link', { name: m.desk_match_why() }).click()
  const opened = people.filter({ hasText: code })
  await opened.getByText(m.desk_match_met()).first().waitFor({ state: 'attached' })
  await who.go(path)
  expect(await opened.getByText(m.reviews_new()).count(), `${code} has been looked at`).toBe(0)
  for (const box of (await who.page.locator('input[name="persona"]').all()).slice(0, 2)) await box.check()
  await who.press(m.reviews_compare_do())
  await who.arrive(/\/confronto$/)
  await who.see(m.reviews_compare_constraints())
  expect(await who.page.locator('table').first().locator('thead th').count()).toBe(3)
}

async function setAsideAndBack(who: Visitor, path: string): Promise<void> {
  await who.go(path)
  const last = who.page.locator('main ol.plain-list > li').last()
  const code = await last.locator('h2').innerText()
  await last.getByRole('link', { name: m.desk_match_why() }).click()
  await last.getByText(m.reviews_set_aside()).first().click()
  await last.locator('select[name="whyNot"]').selectOption('childcare')
  await last.getByRole('button', { name: m.reviews_set_aside() }).click()
  await who.see(m.reviews_set_aside_done())
  await who.go('/lavoro/persone/da-parte?se=childcare')
  await who.see(code)
  await who.go(`${path}?da-parte=any`)
  await who.press(new RegExp(m.reviews_put_back()))
  await who.see(m.reviews_put_back_done())
}

describe.skipIf(noBrowser)(`an opening, taken apart${noBrowser ? `: ${noBrowser}` : ''}`, () => {
  beforeAll(async () => {
    app = await startApp({ ...db.urls(), worker: true })
    browser = await launchBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  }, 30_000)

  const walks: [string, Look][] = [
    ['on a telephone', { width: 390, javaScript: true }],
    ['without JavaScript', { width: 1280, javaScript: false }],
  ]

  it.each(walks)(
    '%s: from the first person’s reasons to a what-if, and from there to the company’s mailbox',
    { timeout: 240_000 },
    async (_, look) => {
      const who = await visitor(browser, app.url, look)
      const account = accounts.filter(({ role }) => role === 'case_manager')[
        walks.findIndex(([, l]) => l === look)
      ]
      if (!account) throw new Error('the demo accounts are not there')
      await signIn(who, account)
      const path = await anOpeningToAskAbout(who)
      await lookAndCompare(who, path)
      await setAsideAndBack(who, path)

      await who.go(`${path}?tab=ipotesi`)
      await who.page.locator('a[href*="/domanda?"]').first().click()
      await who.arrive(/\/domanda$/)
      const said = `Si può, da lunedì? ${look.width} px`
      await who.fill('body', `Abbiamo 3 persone pronte. ${said}`)
      await who.press(m.questions_send())
      await who.see(m.questions_trouble_people_counted())
      await who.fill('body', `Una domanda sola: ${said}`)
      await who.press(m.questions_send())
      await who.see(m.questions_sent())
      const subject = 'Una domanda sulla vostra opportunità'
      await expect
        .poll(async () => (await keptMails(subject)).filter(({ text }) => text.includes(said)).length, {
          timeout: 30_000,
        })
        .toBe(1)
      await who.leave()
    },
  )
})
