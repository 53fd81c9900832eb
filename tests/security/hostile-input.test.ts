import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import { roles, type Role } from '#app/domain/shared/actor.ts'
import type { StoryId } from '#app/domain/shared/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { stories } from '#db/schema/stories.ts'
import { runAll } from '../workers/run-all.ts'
import { launchBrowser, noBrowser } from '#tests/support/browser.ts'
import { vatIdOf } from '#tests/support/factories/sequence.ts'
import { loadBuild } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { ask } from './access/ask.ts'
import { routesOfBuild } from './access/routes-of-build.ts'
import { formsOnPage, isText, type PageForm } from './forms-on-page.ts'
import { pagesOfRole } from './pages-of-role.ts'
import { useHolder } from './use-holder.ts'
import { payloads } from './payloads.ts'

const db = useTestDatabase({ demo: true })
const routes = routesOfBuild(await loadBuild())
/** A long field holds all sixty at once; a line of text two or three, others on each turn. */
const TURNS = 10

const scene = useHolder(db)

let made = 0
/** What stands in a field that is no free text, so that the rest of its form is taken. */
const known: [RegExp, () => string][] = [
  [/^placeCode$|^place$|town/i, () => 'Torino'],
  [/vat/i, () => vatIdOf(500_000 + made++)],
  [/phone/i, () => '+390115550123'],
  [/website/i, () => 'https://azienda.example'],
  [/pay$|minutes|km$|daysToFill|monthsRetained/i, () => '60'],
  [/occurredOn/, () => '2026-11-02'],
  [/^day$|On$/, () => '2026-12-03'],
  [/^until$/, () => '12:00'],
  [/^from$/, () => '10:00'],
]
/** Fields that are shorter than most: a page says so in words, not in its HTML. */
const LONGEST: Record<string, number> = {
  ...{
    alias: 40,
    firstName: 80,
    lastName: 80,
    contactName: 80,
    title: 90,
    nextStep: 120,
    why: 300,
    quote: 300,
  },
  ...{
    reason: 300,
    purpose: 1_000,
    need: 1_500,
    solution: 1_500,
    result: 1_500,
    note: 1_000,
    tasks: 3_900,
    notes: 3_900,
  },
}

/** An event is held where its words say; everything else is in a comune of the list. */
const isFree = (name: string, page: string): boolean =>
  (name === 'place' && page.includes('/eventi/')) || !known.some(([pattern]) => pattern.test(name))

/** What a name of a firm or a body may hold: it refuses the signs of HTML themselves. */
const withoutSigns = payloads.filter((payload) => !/[<>]/.test(payload))

/** As many of the payloads, whole, as fit; from another one on each turn. */
function hostile(most: number, turn: number, some: readonly string[]): string {
  let all = ''
  for (let at = 0; at < some.length; at += 1) {
    const one = some[(turn * 6 + at) % some.length] ?? ''
    if (all.length + one.length < most) all = all === '' ? one : `${all} ${one}`
    else if (at > 1) break
  }
  return all
}

/** A form with a payload in every field where words can be written, and something that fits in the others. */
function filled(
  { fields, button }: PageForm,
  turn: number,
  page: string,
  some: readonly string[],
): URLSearchParams {
  const form = new URLSearchParams()
  const radios = new Set<string>()
  for (const { name, type, value, most, required, checked } of fields) {
    const fits = isFree(name, page) ? undefined : known.find(([pattern]) => pattern.test(name))?.[1]
    if (name === '_key') form.append(name, `${turn}-${made++}-${value}`.slice(0, 60))
    else if (fits && type !== 'hidden') form.append(name, fits())
    else if (isText({ type })) form.append(name, hostile(Math.min(most, LONGEST[name] ?? 110), turn, some))
    else if (type === 'email') form.append(name, `x${made++}@azienda.example`)
    else if (type === 'radio') {
      if (!radios.has(name)) form.append(name, value)
      radios.add(name)
    } else if (type === 'checkbox') {
      if (required || checked || form.getAll(name).length === 0) form.append(name, value || 'on')
    } else if (!['file', 'password', 'tel', 'date', 'time', 'number'].includes(type)) form.append(name, value)
    else if (type === 'number') form.append(name, value || '10')
  }
  if (button) form.set(...button)
  return form
}

/** Fields that take any words, and have taken every one of these. */
const WRITTEN = [
  ...['firstName', 'lastName', 'alias'].map((field) => `/lavoro/persone/nuova ${field}`),
  ...['/lavoro/persone/… notes', '/lavoro/aziende/… title', '/lavoro/aziende name', '/rete/aziende name'],
  ...['title', 'place', 'purpose'].flatMap((field) => [
    `/lavoro/eventi/nuovo ${field}`,
    `/lavoro/eventi/…/modifica ${field}`,
  ]),
  ...['title', 'tasks'].flatMap((field) => [
    `/azienda/opportunita/nuova ${field}`,
    `/azienda/opportunita/…/passo/1 ${field}`,
  ]),
  ...['title', 'need', 'solution', 'result', 'quote'].flatMap((field) => [
    `/azienda/storie/nuova ${field}`,
    `/azienda/storie/… ${field}`,
  ]),
  ...['note', 'nextStep'].map((field) => `/lavoro/aziende/…/contatto ${field}`),
]

/** How often a field was written with payloads in it, by its form. */
const taken = new Map<string, number>()
/** What a form's page said when it took nothing, for whoever reads a failure. */
const refused = new Map<string, string>()

/** The words of an answer beside its status: its errors if it has any. */
const saidBy = (status: number, html: string): string => {
  const errors = [...html.matchAll(/class="[^"]*error[^"]*"[^>]*>([^<]+)/g)].map(([, words]) => words)
  return `${status} ${errors.join(' ') || html.replace(/<[^>]*>/g, ' ').slice(0, 500)}`
}

async function fillIn(page: string, form: PageForm, cookie: string): Promise<void> {
  const version = form.fields.find(({ name }) => name === 'version')
  let some = payloads
  for (let turn = 0; turn < TURNS; turn += 1) {
    const body = filled(form, turn, page, some).toString()
    const answer = await ask(scene.server, form.action || page, { cookie, method: 'POST', form: body })
    const text = await answer.text()
    expect([page, answer.status < 500]).toEqual([page, true])
    expect(text).not.toMatch(/<img[ /]src=x|<svg[ /]onload|<iframe src|<script>alert/i)
    if (answer.status !== 303) {
      refused.set(page.replace(/[0-9a-f-]{36}/, '…'), saidBy(answer.status, text))
      if (some === withoutSigns) return
      some = withoutSigns
      continue
    }
    if (version) version.value = String(Number(version.value) + 1)
    for (const field of form.fields) {
      if (!isText(field) || !isFree(field.name, page)) continue
      const key = `${page.replace(/[0-9a-f-]{36}/, '…')} ${field.name}`
      taken.set(key, (taken.get(key) ?? 0) + 1)
    }
  }
}

async function fillInAll(role: Role): Promise<void> {
  const { cookie } = scene.holder.callers[role]
  for (const page of pagesOfRole(routes, scene.holder, role)) {
    const read = async () => {
      const shown = await ask(scene.server, page, { cookie, method: 'GET' })
      expect([page, shown.status < 500]).toEqual([page, true])
      // What another form of the page has done counts: its version is read anew for each.
      return formsOnPage(await shown.text(), page)
        .filter(({ fields }) => fields.some(isText))
        .slice(0, 5)
    }
    for (let at = 0, forms = await read(); at < forms.length; at += 1, forms = await read())
      await fillIn(page, forms[at] as PageForm, cookie)
  }
}

describe('sixty payloads in every field where words can be written', () => {
  it.each(roles)('are kept or refused as text by the forms of a %s', fillInAll, 180_000)

  it('were kept by those that take any words', () => {
    for (const field of WRITTEN)
      expect([field, taken.get(field)], refused.get(field.split(' ')[0] ?? '')).toEqual([field, TURNS])
  })
})

/** Files to keep, and pages that are a form and show what others show. */
const NOTHING_TO_READ =
  /esporta|esempio|suggerimenti|nuov[ao]|passo|contatto|importa|modifica|presenze|inviti|passaggio|regole|copioni|account\//

/** Every reader's window: who it is, its cookie, its pages. */
async function readersOf(): Promise<[string, string, string[]][]> {
  const { own, callers } = scene.holder
  const cookieIn = (answer: Response, name: string): string =>
    answer.headers
      .getSetCookie()
      .find((line) => line.startsWith(`${name}=`))
      ?.split(';')[0] ?? ''
  const manager = { cookie: callers.case_manager.cookie, method: 'POST', form: 'intent=make' } as const
  const made = cookieIn(await ask(scene.server, `/lavoro/persone/${own.candidate}/pagine`, manager), 'shown')
  const link = `/v/${made.replace('shown=', '')}`
  const door = cookieIn(await ask(scene.server, link, { cookie: undefined, method: 'GET' }), 'door')
  const herself = cookieIn(
    await ask(scene.server, '/v', { cookie: door, method: 'POST', form: 'language=it' }),
    'page',
  )
  return [
    ['everybody', '', ['/', '/storie', '/storie/ostile', '/dev/mailbox']],
    ['herself', herself, ['/v/1', '/v/2', '/v/3', '/v/4']],
    ...roles.map((role): [string, string, string[]] => [
      ...([role, callers[role].cookie] as const),
      pagesOfRole(routes, scene.holder, role).filter((page) => !NOTHING_TO_READ.test(page)),
    ]),
  ]
}

describe.skipIf(noBrowser)('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
    await db.asOtherLogin(runAll)
    const published = { state: 'published', slug: 'ostile', publishedAt: now() } as const
    await db.asSystem((tx) =>
      tx
        .update(stories)
        .set(published)
        .where(eq(stories.id, scene.holder.own.story as StoryId)),
    )
  }, 60_000)
  afterAll(() => browser.close())

  it('open for every reader without a dialog and without a report of the policy', async () => {
    const heard: string[] = []
    const shown: Record<string, boolean> = {}
    for (const [who, cookie, pages] of await readersOf()) {
      const context = await browser.newContext({ locale: 'it-IT' })
      const [name = '', value = ''] = cookie.split('=')
      if (cookie) await context.addCookies([{ name, value, url: scene.server.url }])
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective}`),
        )
      })
      const page = await context.newPage()
      const hear = (what: string) => heard.push(`${who} ${new URL(page.url()).pathname}: ${what}`)
      page.on('dialog', (dialog) => {
        hear('dialog')
        void dialog.dismiss()
      })
      page.on('pageerror', (error) => hear(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') hear(message.text())
      })
      for (const path of pages) {
        await page.goto(scene.server.url + path, { waitUntil: 'load' })
        const text = await page.evaluate(() => document.body.textContent)
        shown[who] ||= payloads.some((payload) => text.includes(payload))
      }
      await context.close()
    }
    expect(heard).toEqual([])
    // Each of them has read some of it: the test looks where there is something.
    expect([...new Set(Object.values(shown))]).toEqual([true])
  }, 180_000)
})
