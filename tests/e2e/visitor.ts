import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { isShown, isShownOrServed, noteWhatIsShown } from './what-is-shown.ts'

/** All that our pages keep in a browser: how far a page was scrolled, and whether single keys are on. */
const KEPT = ['positions', 'search-slash']

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

type WithAxe = { axe: Pick<typeof axe, 'run'> }

/** The rules that the page breaks, each with the elements that break it. Only faults are asked for. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async (rules) => {
    const { axe: inPage } = window as unknown as WithAxe
    const { violations } = await inPage.run(document, { runOnly: rules, resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, WCAG)

export type Look = { width: number; javaScript: boolean }

/** The ways in which every page is looked at. */
export const looks: [title: string, look: Look][] = [
  ['on a desktop', { width: 1280, javaScript: true }],
  ['on a telephone', { width: 390, javaScript: true }],
  ['without JavaScript', { width: 1280, javaScript: false }],
]

/** One person's browser window. It checks every page it meets: accessibility, policy violations, sideways scrolling. */
export type Visitor = {
  page: Page
  /** Goes to a path of the application. */
  go: (path: string) => Promise<void>
  /** Waits for the page that the last press led to, and checks it. */
  arrive: (path: RegExp) => Promise<void>
  /** Presses the button or follows the link of that name. */
  press: (name: string | RegExp) => Promise<void>
  /** Fills the field of that form name. */
  fill: (name: string, value: string) => Promise<void>
  /** Chooses the radio, tick box or option of that name and value. */
  choose: (name: string, value: string) => Promise<void>
  see: (words: string | RegExp) => Promise<void>
  /** Checks the page as it stands, after something was opened on it. */
  checkHere: () => Promise<void>
  leave: () => Promise<void>
}

export async function visitor(browser: Browser, base: string, { width, javaScript }: Look): Promise<Visitor> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    locale: 'it-IT',
    // Colours on their way from one to another are no one's to read.
    reducedMotion: 'reduce',
    baseURL: base,
  })
  if (javaScript) {
    // Given once: its source is half a megabyte, and every page needs it.
    await context.addInitScript({ content: axe.source })
    await context.addInitScript(noteWhatIsShown)
  }
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4\d\d)/.test(message.text()))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))

  const check = async (isThere = isShownOrServed) => {
    if (javaScript) {
      await page.waitForFunction(isThere)
      await page.waitForLoadState('networkidle')
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${page.url()} scrolls sideways at ${String(width)} px`).toBeLessThanOrEqual(0)
    expect(complaints, `the browser complains on ${page.url()}`).toEqual([])
    if (!javaScript) return
    const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
    expect(
      kept.filter((key) => !KEPT.includes(key)),
      `${page.url()} keeps something in the browser`,
    ).toEqual([])
    expect(await faultsOf(page), `accessibility of ${page.url()}`).toEqual([])
  }

  return {
    page,
    go: async (path) => {
      await page.goto(path)
      await check()
    },
    arrive: async (path) => {
      await page.waitForURL((url) => path.test(url.pathname))
      await check(isShown)
    },
    press: async (name) => {
      const button = page.getByRole('button', { name })
      const link = page.getByRole('link', { name })
      // What the next page offers is known once that page is there.
      await button.or(link).first().waitFor()
      const target = (await button.count()) > 0 ? button : link
      await target.first().click()
      // Without JavaScript the next page is there once all of it has come, not when it has begun to.
      if (!javaScript) await page.waitForLoadState('load')
    },
    fill: async (name, value) => {
      await page.locator(`[name="${name}"]`).first().fill(value)
    },
    choose: async (name, value) => {
      const select = page.locator(`select[name="${name}"]`)
      if ((await select.count()) > 0) await select.first().selectOption(value)
      else await page.locator(`input[name="${name}"][value="${value}"]`).first().check({ force: true })
    },
    see: async (words) => {
      await page.getByText(words).first().waitFor()
    },
    checkHere: () => check(),
    leave: () => context.close(),
  }
}
