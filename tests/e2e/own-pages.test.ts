import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { NEUTRAL_SITE } from '#app/domain/visits/neutral-site.ts'
import { visitTexts } from '#app/domain/visits/texts.ts'
import { m } from '#app/locales/generated/messages.js'
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { visitor, type Visitor } from './visitor.ts'

const db = useTestDatabase()
let app: RunningApp
let browser: Browser
let sara: StaffActor
let desk: Visitor
let openingId: OpeningId

const alike = { professionCode: 'isco-9412-kitchen-helper', slots: ['morning'], licences: [], province: 'TO' }
const PICTURES = process.env.PASSAPAROLA_PICTURES

describe.skipIf(noBrowser)(`a person’s own pages${noBrowser ? `: ${noBrowser}` : ''}`, () => {
  beforeAll(async () => {
    sara = await aStaff()
    const other = await anOrganisation()
    for (let count = 0; count < 12; count++) {
      await aCandidate({ orgId: sara.orgId, profile: alike })
      await aCandidate({ orgId: other, profile: alike })
    }
    const hr = await anHrContact()
    openingId = await anOpening({ companyId: hr.companyId, title: 'Aiuto in cucina' })
    app = await startApp(db.urls())
    browser = await launchBrowser()
    desk = await visitor(browser, app.url, { width: 1280, javaScript: true })
    const [name = '', value = ''] = (await cookieOf(sara)).split('=')
    await desk.page.context().addCookies([{ name, value, url: app.url }])
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  }, 30_000)

  /** Keeps a picture of what is on the screen, where somebody wants to look at it. */
  const picture = async ({ page }: Visitor, name: string) => {
    if (!PICTURES) return
    mkdirSync(PICTURES, { recursive: true })
    await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  }

  /** Her case manager asks her about the opening and shows her the code. @returns the address in it. */
  async function askAndShow(person: CandidateRef): Promise<string> {
    await desk.go(`/lavoro/opportunita/${openingId}/proposta/${person.candidateId}`)
    await desk.press(m.visits_ask())
    await desk.arrive(/\/pagine$/)
    await desk.press(m.visits_make())
    await desk.see(m.visits_made())
    await desk.checkHere()
    await picture(desk, 'desk-code')
    return desk.page.locator('code').innerText()
  }

  const aPhone = (javaScript: boolean): Promise<Visitor> =>
    visitor(browser, app.url, { width: 390, javaScript })

  /** Presses the button that leaves and waits until she is elsewhere; our browser finds no such site, and says so itself. */
  const leave = async ({ page, press }: Visitor, label: string) => {
    const asked = page.waitForRequest(NEUTRAL_SITE)
    await press(label)
    await asked
    await page.waitForURL(({ href, protocol }) => href === NEUTRAL_SITE || protocol === 'chrome-error:')
  }

  const person = () => aCandidate({ orgId: sara.orgId, caseManagerId: sara.userId, profile: alike })

  it('are read, answered and left in Arabic on a telephone', { timeout: 180_000 }, async () => {
    const texts = visitTexts.ar
    const who = await person()
    const address = await askAndShow(who)
    const phone = await aPhone(true)
    const { page } = phone
    await page.goto(address)
    await phone.arrive(/^\/v$/)
    await picture(phone, 'ar-start')
    await page.getByText(texts.start_go).click()
    await phone.arrive(/^\/v\/1$/)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await page.locator('html').getAttribute('lang')).toBe('ar')
    expect(await page.title()).toBe('Passaparola')
    await phone.see('Aiuto in cucina')
    await picture(phone, 'ar-home')
    await phone.press(texts.opening_yes)
    await phone.see(texts.done_given)
    await phone.checkHere()
    await picture(phone, 'ar-answered')
    for (const [path, link] of [
      ['/v/2', texts.link_info],
      ['/v/3', texts.link_shown],
      ['/v/4', texts.link_data],
    ] as const) {
      await phone.press(link)
      await phone.arrive(new RegExp(`^${path}$`))
      await picture(phone, `ar-${path.slice(-1)}`)
      if (path === '/v/4') break
      await phone.press(texts.back)
      await phone.arrive(/^\/v\/1$/)
    }
    await phone.press(texts.copy_ask)
    await phone.see(texts.done_asked)
    await phone.checkHere()

    await leave(phone, texts.leave)
    const entries = await page.evaluate(() => window.history.length)
    await page.goBack()
    await page.getByText(visitTexts.it.over_title).waitFor()
    expect(await page.evaluate(() => window.history.length)).toBe(entries)
    expect(await page.content()).not.toContain('Aiuto in cucina')
    await phone.leave()

    await desk.go(`/lavoro/opportunita/${openingId}/proposta/${who.candidateId}`)
    await desk.see(/Ha risposto da sé, sul suo telefono\. Lingua: Arabo/)
    await picture(desk, 'desk-proposal')
    await desk.go('/lavoro')
    await desk.see(m.visits_request_copy())
    await picture(desk, 'desk-day')
    await desk.go(`/lavoro/persone/${who.candidateId}`)
    await picture(desk, 'desk-person')
    await desk.press(new RegExp(m.visits_request_done()))
    await desk.see(m.visits_request_recorded())
  })

  it('need no script, and a yes is taken back with one press', { timeout: 180_000 }, async () => {
    const texts = visitTexts.fr
    const address = await askAndShow(await person())
    const phone = await aPhone(false)
    const { page } = phone
    await page.goto(address)
    await phone.press(new RegExp(texts.start_go))
    await phone.arrive(/^\/v\/1$/)
    await picture(phone, 'fr-home')
    await phone.press(texts.opening_no)
    await phone.see(texts.done_refused)
    await page.locator('form', { hasText: texts.withdraw }).getByRole('button').click()
    await phone.see(texts.done_withdrawn)
    await phone.press(texts.undo)
    await phone.see(texts.done_given)
    await page.getByText(`${texts.language}: Français`).click()
    await page.getByRole('button', { name: 'Español' }).click()
    await phone.see(visitTexts.es.home_lead)
    await leave(phone, visitTexts.es.leave)
    await page.goto(`${app.url}/v/1`)
    await phone.see(visitTexts.it.over_title)
    await phone.leave()
  })

  it('are read aloud where the browser has a voice for them', { timeout: 120_000 }, async () => {
    const phone = await aPhone(true)
    const { page } = phone
    await page.addInitScript(() => {
      const spoken: string[] = []
      Object.assign(window, { spoken })
      const voices = [{ lang: 'en-GB', name: 'test' }]
      const speak = ({ text }: { text: string }) => spoken.push(text)
      const events = { addEventListener: () => undefined, removeEventListener: () => undefined }
      const synthesis = { getVoices: () => voices, speak, cancel: () => undefined, ...events }
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis })
      Object.assign(window, {
        SpeechSynthesisUtterance: class {
          constructor(readonly text: string) {}
        },
      })
    })
    await page.goto(await askAndShow(await person()))
    await page.getByText(visitTexts.en.start_go).click()
    await phone.arrive(/^\/v\/1$/)
    await page.getByRole('button', { name: visitTexts.en.listen }).first().click()
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
    expect(spoken.join()).toContain('without your name')
    await page.getByText(`${visitTexts.en.language}: English`).click()
    await page.getByRole('button', { name: 'Français' }).click()
    await phone.see(visitTexts.fr.home_lead)
    expect(await page.getByRole('button', { name: visitTexts.fr.listen }).count()).toBe(0)
    await phone.leave()
  })
})
