import type { Browser, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { occupationCode, occupationName, skillCode, skillName } from '#tests/support/esco-files.ts'
import { withEsco } from '#tests/support/esco-import.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { looks, visitor, type Look, type Visitor } from './visitor.ts'

const db = useTestDatabase()
let app: RunningApp
let browser: Browser
let caseManager: StaffActor
let hr: HrActor

describe.skipIf(noBrowser)(
  `skills and professions in a real browser${noBrowser ? `: ${noBrowser}` : ''}`,
  () => {
    beforeAll(async () => {
      caseManager = await aStaff('case_manager')
      hr = await anHrContact()
      await withEsco({ skills: 300, occupations: 30, perOccupation: 20 })
      app = await startApp(db.urls())
      browser = await launchBrowser()
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      await app?.stop()
    }, 30_000)

    const enter = async (who: HrActor | StaffActor, look: Look): Promise<Visitor> => {
      const one = await visitor(browser, app.url, look)
      const [name = '', value = ''] = (await cookieOf(who)).split('=')
      await one.page.context().addCookies([{ name, value, url: app.url }])
      return one
    }
    /** The page's header has a button of the same name. */
    const find = (one: Visitor) => one.page.locator('button[value=find-profession]').click()
    /** Until a request of the page's script is answered. Its end is not always told: what is read of it may end before it does. */
    const heard = (one: Visitor, isIt: (request: Request) => boolean) =>
      one.page.waitForResponse((answer) => isIt(answer.request()))
    const isLookup = (query: string) => (request: Request) => {
      const { pathname, searchParams } = new URL(request.url())
      return pathname === '/tassonomia/professioni.data' && searchParams.get('q') === query
    }
    const isReading = (request: Request) =>
      request.method() === 'GET' && new URL(request.url()).pathname === '/azienda/opportunita/nuova.data'
    const selected = (one: Visitor) => one.page.locator('[name=professionCode]').inputValue()

    test.each(looks)(
      'a company finds an imported profession and its skills, %s',
      { timeout: 90_000 },
      async (_, look) => {
        const one = await enter(hr, look)
        await one.go('/azienda/opportunita/nuova')
        await one.choose('kind', 'job')
        await one.fill('title', 'Una prova')
        const [name, other] = [occupationName(7, 'it'), occupationName(9, 'it')]
        const lookedUp = look.javaScript ? heard(one, isLookup(name)) : null
        await one.page.locator('#profession-search').pressSequentially(name)
        await (lookedUp ?? find(one))
        await one.page
          .locator(`option[value="${occupationCode(7)}"]`)
          .first()
          .waitFor({ state: 'attached' })
        await one.choose('professionCode', occupationCode(7))
        // What was chosen stays when something else is looked for by a press, sooner than typing would look for it.
        const lookups: string[] = []
        one.page.on('request', (request) => {
          if (request.url().includes('/tassonomia/')) lookups.push(request.url())
        })
        await one.page.locator('#profession-search').evaluate((box: HTMLInputElement, words) => {
          box.value = words
        }, other)
        // The page's own reading after a press would be given up half-way by the next one, which the browser notes as an error.
        const readAgain = look.javaScript ? heard(one, isReading) : null
        await find(one)
        await readAgain
        await one.page.getByRole('status').filter({ hasText: other }).waitFor()
        await one.page
          .locator(`option[value="${occupationCode(9)}"]`)
          .first()
          .waitFor({ state: 'attached' })
        expect(lookups).toEqual([])
        expect(await selected(one)).toBe(occupationCode(7))
        expect(await one.page.locator('[name=title]').inputValue()).toBe('Una prova')
        await one.press('Salva e continua')
        await one.arrive(/passo\/2$/)
        await one.press(skillName(49, 'it'))
        await one.page
          .locator(`input[name="skills[0].code"][value="${skillCode(49)}"]`)
          .waitFor({ state: 'attached' })
        await one.leave()
      },
    )

    test.each(looks)(
      'a case manager is suggested the skills of a profession, %s',
      { timeout: 90_000 },
      async (_, look) => {
        const person = await aCandidate({ orgId: caseManager.orgId, caseManagerId: caseManager.userId })
        const one = await enter(caseManager, look)
        await one.go(`/lavoro/persone/${person.candidateId}/profilo`)
        await one.fill('minPay', '912,50')
        await one.choose('professionCode', 'isco-9412-dishwasher')
        if (!look.javaScript) await one.press('Suggerisci le competenze di questo mestiere')
        await one.page.getByRole('button', { name: 'uso e diluizione dei detergenti' }).click()
        await one.page
          .locator('input[name="skills[0].code"][value="sk-detergent-dilution"]')
          .waitFor({ state: 'attached' })
        expect(await selected(one)).toBe('isco-9412-dishwasher')
        expect(await one.page.locator('[name=minPay]').inputValue()).toBe('912,50')
        await one.leave()
      },
    )
  },
)
