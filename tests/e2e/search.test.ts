import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCurated } from '#app/domain/taxonomy/write-curated.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import type { Role } from '#app/domain/shared/actor.ts'
import { visitor, type Look, type Visitor } from './visitor.ts'

const db = useTestDatabase()
const desktop: Look = { width: 1280, javaScript: true }

let app: RunningApp
let browser: Browser
let caseManager: Awaited<ReturnType<typeof aStaff>>
let hr: Awaited<ReturnType<typeof anHrContact>>
let person: Awaited<ReturnType<typeof aCandidate>>

describe.skipIf(noBrowser)(`the search box in a real browser${noBrowser ? `: ${noBrowser}` : ''}`, () => {
  beforeAll(async () => {
    caseManager = await aStaff('case_manager')
    hr = await anHrContact()
    person = await aCandidate({ orgId: caseManager.orgId })
    const depot = await aCompany({ name: 'Depositi Quaranta' })
    await anOpening({ companyId: depot, title: 'Magazziniere di notte' })
    await db.asSystem(async (tx) => {
      await writeCurated(tx)
      await rebuildIndex(tx)
    })
    app = await startApp(db.urls())
    browser = await launchBrowser()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  }, 30_000)

  const signedIn = async (user: { userId: UserId; role: Role }, look: Look): Promise<Visitor> => {
    const one = await visitor(browser, app.url, look)
    const [name = '', value = ''] = (await cookieOf(user)).split('=')
    await one.page.context().addCookies([{ name, value, url: app.url }])
    return one
  }

  it('shows professions and openings while “magaziniere” is typed, and goes where the arrows chose', async () => {
    const one = await signedIn(caseManager, desktop)
    const { page } = one
    await one.go('/lavoro/aziende')
    await page.keyboard.press('/')
    await page.keyboard.type('magaziniere', { delay: 20 })
    const list = page.getByRole('listbox')
    await list.getByRole('option', { name: 'Magazziniere di notte' }).waitFor()
    await list.getByRole('group', { name: 'Professioni' }).getByRole('option').first().waitFor()
    await page.getByText('abbiamo cercato «magazziniere»').waitFor()
    const box = page.getByRole('search').getByRole('combobox')
    expect(await box.getAttribute('aria-expanded')).toBe('true')
    expect(await page.getByRole('search').getByRole('status').textContent()).toMatch(/^\d+ risultati$/)
    await one.checkHere()
    await box.press('ArrowUp')
    expect(await list.locator('[aria-selected=true]').textContent()).toContain('Tutti i risultati')
    await box.press('ArrowDown')
    await box.press('ArrowDown')
    const chosen = await box.getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${chosen ?? ''}"]`).getAttribute('aria-selected')).toBe('true')
    await box.press('Escape')
    expect(await list.count()).toBe(0)
    expect(await box.count()).toBe(0)
    const input = page.getByRole('search').getByRole('searchbox')
    expect(await input.inputValue()).toBe('magaziniere')
    await input.press('Enter')
    await one.arrive(/^\/cerca$/)
    await page.getByRole('heading', { name: 'Opportunità' }).waitFor()
    await page.getByRole('link', { name: 'Magazziniere di notte' }).click()
    await one.arrive(/^\/lavoro\/opportunita\//)
    await one.leave()
  }, 60_000)

  it('leaves / alone where one writes, and where it was turned off', async () => {
    const one = await signedIn(caseManager, desktop)
    const { page } = one
    await one.go('/cerca?q=magazzino')
    await page.locator('main input[name=q]').press('/')
    expect(await page.locator('main input[name=q]').inputValue()).toBe('/magazzino')
    await page.getByRole('button', { name: 'Disattiva i tasti' }).click()
    await one.go('/lavoro/aziende')
    await page.locator('body').press('/')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await one.leave()
  }, 60_000)

  it.each([
    ['on a telephone', { width: 390, javaScript: true }],
    ['without JavaScript', { width: 1280, javaScript: false }],
  ] as [string, Look][])(
    'finds a person by code %s, and no name',
    async (_, look) => {
      const one = await signedIn(caseManager, look)
      await one.go('/lavoro/aziende')
      if (look.width < 1000) {
        await one.press('Vai alla ricerca')
        await one.arrive(/^\/cerca$/)
      }
      const input = one.page.locator('input[name=q]:visible')
      await input.fill(person.code.toLowerCase().replace('-', ' '))
      await input.press('Enter')
      await one.arrive(/^\/cerca$/)
      await one.page.getByRole('main').getByRole('link', { name: person.code }).waitFor()
      await one.go('/cerca?q=Zzyzx')
      await one.see('Nessun risultato per «Zzyzx»')
      await one.leave()
    },
    60_000,
  )

  it('shows a company nothing of the network', async () => {
    const one = await signedIn(hr, desktop)
    await one.go('/cerca?q=magaziniere')
    await one.page.getByRole('heading', { name: 'Professioni' }).waitFor()
    expect(await one.page.getByText('Magazziniere di notte').count()).toBe(0)
    await one.go(`/cerca?q=${person.code}`)
    await one.see('Nessun risultato')
    expect(await one.page.getByRole('link', { name: person.code }).count()).toBe(0)
    await one.leave()
  }, 60_000)
})
