import { eq } from 'drizzle-orm'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { aTask } from '#tests/domain/day/lines.ts'
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { visitor, type Look, type Visitor } from './visitor.ts'

const db = useTestDatabase()
let app: RunningApp
let browser: Browser
/** A contact is logged in less than this, by somebody who types slowly. */
const FIFTEEN_SECONDS = 15_000

describe.skipIf(noBrowser)(`a day in a real browser${noBrowser ? `: ${noBrowser}` : ''}`, () => {
  beforeAll(async () => {
    app = await startApp(db.urls())
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  }, 30_000)

  const signedIn = async (user: StaffActor, look: Look): Promise<Visitor> => {
    const one = await visitor(browser, app.url, look)
    const [name = '', value = ''] = (await cookieOf(user)).split('=')
    await one.page.context().addCookies([{ name, value, url: app.url }])
    return one
  }

  const aDay = async (names: readonly string[]) => {
    const giulia = await aStaff()
    const marco = await aStaff('case_manager', giulia.orgId)
    const firms: CompanyId[] = []
    for (const [at, name] of names.entries()) {
      const id = await aCompany({ name, leadOrgId: giulia.orgId, leadUserId: giulia.userId })
      await aTask(giulia, id, { dueAt: new Date(+now() + (at - 1) * DAY) })
      firms.push(id)
    }
    return { giulia, marco, firms }
  }

  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.querySelector('.card-eyebrow')?.textContent ?? '')
  const stateOf = (id: CompanyId) =>
    db.asSystem(async (tx) => (await tx.select().from(followUps).where(eq(followUps.companyId, id)))[0])

  it('goes from the list to an empty list by keyboard only', { timeout: 120_000 }, async () => {
    const names = ['Forno Alba', 'Officine Bruna', 'Hotel Corona', 'Serre Dora', 'Lavanderia Eva']
    const { giulia, marco, firms } = await aDay(names)
    const one = await signedIn(giulia, { width: 1280, javaScript: true })
    const { page } = one
    const key = (name: string) => page.keyboard.press(name)
    const settled = (words: RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor()
    await one.go('/lavoro')

    await key('?')
    await page.getByRole('dialog').waitFor()
    await one.checkHere()
    await key('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)

    await key('j')
    expect(await focused(page)).toBe('Forno Alba')
    await key('f')
    await settled(/^Fatto:.*Forno Alba/)
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Officine Bruna'))
    await key('z')
    await page.locator('[data-line]', { hasText: 'Forno Alba' }).waitFor()
    expect(await stateOf(firms[0] as CompanyId)).toMatchObject({ state: 'planned' })
    await key('k')
    await key('k')
    expect(await focused(page)).toBe('Forno Alba')
    await key('f')
    await settled(/^Fatto:.*Forno Alba/)
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Officine Bruna'))

    // Two at once are put off, with the reason.
    await key('x')
    await key('j')
    await key('x')
    await one.checkHere()
    await key('r')
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'dueOn')
    await page.locator('[name=dueOn]').fill(new Date(+now() + 20 * DAY).toISOString().slice(0, 10))
    await page.locator('[name=reason]').focus()
    await page.keyboard.type('Chiuso per inventario')
    await key('Enter')
    await settled(/^Rimandate 2/)
    expect(await stateOf(firms[2] as CompanyId)).toMatchObject({ postponedReason: 'Chiuso per inventario' })
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Serre Dora'))

    // One goes to a colleague.
    await key('p')
    await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'to')
    await page.keyboard.type(marco.name)
    await key('Tab')
    await key('Enter')
    await settled(/^Passata:.*Serre Dora/)
    expect(await stateOf(firms[3] as CompanyId)).toMatchObject({ assigneeId: marco.userId })

    // The last one is a call: logging it settles it, from any line with one key.
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Lavanderia Eva'))
    const started = Date.now()
    await key('l')
    await one.arrive(/\/contatto$/)
    await page.locator('input[name=kind][value=call]').focus()
    await key('Space')
    await page.locator('input[name=outcome][value=positive]').focus()
    await key('Space')
    await key('Enter')
    await one.arrive(/^\/lavoro$/)
    expect(Date.now() - started).toBeLessThan(FIFTEEN_SECONDS)
    await one.see('Tutto fatto')
    expect(await stateOf(firms[4] as CompanyId)).toMatchObject({ state: 'done', doneBy: giulia.userId })
    await one.leave()
  })

  it.each([
    ['on a telephone', { width: 390, javaScript: true }],
    ['without JavaScript', { width: 1280, javaScript: false }],
  ] as [string, Look][])('is settled %s by plain forms', { timeout: 120_000 }, async (_, look) => {
    const { giulia, marco, firms } = await aDay(['Forno Alba', 'Officine Bruna', 'Hotel Corona'])
    const one = await signedIn(giulia, look)
    const { page } = one
    await one.go('/lavoro')
    await page.getByRole('checkbox', { name: /Forno Alba/ }).check()
    await page.getByRole('checkbox', { name: /Officine Bruna/ }).check()
    const chosen = page.locator('form#scelte')
    await chosen.getByRole('button', { name: 'Passa' }).click()
    await page.locator('#azione select').selectOption(marco.userId)
    await page.locator('#azione').getByRole('button', { name: 'Passa' }).click()
    await one.see('Passate 2.')
    await one.press('Annulla')
    await page.getByRole('checkbox', { name: /Forno Alba/ }).waitFor()
    await page.getByRole('link', { name: /^Rimanda ?:.*Hotel Corona/ }).click()
    await page.locator('#azione').getByRole('button', { name: 'Rimanda' }).click()
    await page.getByText('Scrivi il motivo in due parole').first().waitFor()
    await page.locator('[name=reason]').fill('Sono in ferie')
    await page.locator('#azione').getByRole('button', { name: 'Rimanda' }).click()
    await one.see(/Rimandata:.*Hotel Corona/)
    expect(await stateOf(firms[2] as CompanyId)).toMatchObject({ postponedReason: 'Sono in ferie' })
    await page.getByRole('checkbox', { name: /Forno Alba/ }).check()
    await chosen.getByRole('button', { name: 'Fatto' }).click()
    await one.see(/Fatto:.*Forno Alba/)
    await one.checkHere()
    await one.leave()
  })

  it.each([
    ['with one thumb', { width: 390, javaScript: true }],
    ['without JavaScript', { width: 1280, javaScript: false }],
  ] as [string, Look][])('has a contact logged from anywhere %s', { timeout: 60_000 }, async (_, look) => {
    const name = look.javaScript ? 'Segheria Pollice' : 'Segheria Carta'
    const firm = await aCompany({ name })
    const sara = await aStaff()
    const one = await signedIn(sara, look)
    await one.go('/lavoro/storie')
    await one.page.locator('.at-hand__log').click()
    await one.arrive(/^\/lavoro\/contatto$/)
    await one.page.locator('#log-q').fill(name.slice(0, 12))
    await one.page.getByRole('button', { name: 'Cerca' }).last().click()
    if (!look.javaScript) await one.press(new RegExp(name))
    else if (!/aziende/.test(one.page.url()))
      await one.page.getByRole('link', { name: new RegExp(name) }).click()
    await one.arrive(/\/contatto$/)
    await one.press('Ha risposto per email')
    await one.see('Risposta registrata')
    const rows = await db.asSystem((tx) =>
      tx.select().from(interactions).where(eq(interactions.companyId, firm)),
    )
    expect(rows).toMatchObject([{ kind: 'mail', outcome: 'neutral', minutes: 5, userId: sara.userId }])
    await one.leave()
  })
})
