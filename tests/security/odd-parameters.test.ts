import { describe, expect, it } from 'vitest'
import { roles, type Role } from '#app/domain/shared/actor.ts'
import { loadBuild } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { ask, asData } from './access/ask.ts'
import { routesOfBuild } from './access/routes-of-build.ts'
import { formsOnPage, isText, type PageForm } from './forms-on-page.ts'
import { pagesOfRole } from './pages-of-role.ts'
import { useHolder } from './use-holder.ts'

const db = useTestDatabase({ demo: true })
const routes = routesOfBuild(await loadBuild())

/** What everything has, before anybody tried to add to it. */
const ofEverything = Object.getOwnPropertyNames(Object.prototype)

/** The forms that were taken, for whoever reads a failure: a page and its field. */
const taken: string[] = []
const scene = useHolder(db)

/** The names that our pages read in an address. */
const NAMES = [
  ...['q', 'a', 'f', 'tab', 'testo', 'ordina', 'pagina', 'stato', 'tipo', 'provincia', 'settore', 'livello'],
  ...['tendenza', 'contatti', 'ente', 'persona', 'manca', 'gruppo', 'aperte', 'scoperte', 'cerca', 'azienda'],
  ...[
    'nome',
    'cognome',
    'da',
    'voce',
    'tabella',
    'ruolo',
    'quali',
    'professione',
    'per',
    'mese',
    'mail',
    'item',
  ],
  ...['ipotesi', 'formato', 'dato', 'cosa', 'codice', 'chi', 'abbinamenti', 'cronologia', 'annulla', 'con'],
]
const VALUES = [
  `'`,
  `' or '1'='1`,
  `'; select pg_sleep(9)--`,
  `\\' union select null--`,
  `%27`,
  `%`,
  `_`,
  `1e309`,
  `-1`,
  `NaN`,
  `9007199254740993`,
  `__proto__`,
  `constructor`,
  `[object Object]`,
  `$ne`,
  `{"$gt":""}`,
  `../../etc/passwd`,
  'x'.repeat(2_000),
]

/** Once each, twice each, as lists and as things: whoever reads the first and checks the last is led astray. */
const SHAPES = [
  NAMES.flatMap((name) => [[name, '1'] as const, [name, `'`] as const]),
  NAMES.map((name) => [`${name}[]`, '1'] as const),
  NAMES.map((name) => [`${name}[__proto__]`, '1'] as const),
]

/** How many queries with odd values a page is asked with; the next page is asked with the next ones. */
const AT_EACH_PAGE = 2

const queriesFor = (turn: number): string[] =>
  [
    ...Array.from({ length: AT_EACH_PAGE }, (_, at) =>
      NAMES.map(
        (name, index) => [name, VALUES[(turn * AT_EACH_PAGE + at + index) % VALUES.length] ?? ''] as const,
      ),
    ),
    ...SHAPES.slice(turn % SHAPES.length, (turn % SHAPES.length) + 1),
  ].map((pairs) => new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString())

type Odd = (name: string, value: string) => [string, string][]

/** A form as it stands, but the one field of `at` as `odd` makes it. */
function sentAs({ fields, button }: PageForm, at: string, odd: Odd): string {
  const pairs = fields.flatMap(({ name, value, type, checked }): [string, string][] => {
    if (name === '_key' || ((type === 'checkbox' || type === 'radio') && !checked)) return []
    return name === at ? odd(name, value || 'x') : [[name, value]]
  })
  return new URLSearchParams([...pairs, ...(button ? [button] : [])]).toString()
}

const ODDITIES: [what: string, odd: Odd][] = [
  [
    'sent twice, the second one another',
    (name, value) => [
      [name, value],
      [name, `${value}'`],
    ],
  ],
  [
    'sent as a list',
    (name, value) => [
      [`${name}[]`, value],
      [`${name}[0]`, value],
    ],
  ],
  [
    'sent as a thing',
    (name, value) => [
      [`${name}[value]`, value],
      [`${name}.value`, value],
    ],
  ],
  ['with the words of SQL', (name) => [[name, `x'; drop table users;--`]]],
  ['with numbers that are none', (name) => [[name, '1e309']]],
  [
    'with names of what everything has',
    (name) => [
      [name, '__proto__'],
      ['__proto__', name],
      ['constructor', name],
    ],
  ],
]

describe('what no page of ours sends', () => {
  it.each(roles)(
    'in the address is answered or refused, and breaks no page of a %s',
    async (role: Role) => {
      const { cookie } = scene.holder.callers[role]
      let asked = 0
      for (const [turn, page] of pagesOfRole(routes, scene.holder, role).entries()) {
        const [path, own] = page.split('?')
        for (const query of queriesFor(turn)) {
          const address = `${path}?${own ? `${own}&` : ''}${query}`
          const { status } = await ask(scene.server, asked % 2 ? address : asData(address), {
            cookie,
            method: 'GET',
          })
          expect([address, status < 500]).toEqual([address, true])
          asked += 1
        }
      }
      expect(asked).toBeGreaterThan(10)
    },
    120_000,
  )

  it.each(roles)(
    'in a form is refused beside its field or taken as text, and breaks none of a %s',
    async (role) => {
      const { cookie } = scene.holder.callers[role]
      let sent = 0
      for (const page of pagesOfRole(routes, scene.holder, role)) {
        const shown = await ask(scene.server, page, { cookie, method: 'GET' })
        expect([page, shown.status < 500]).toEqual([page, true])
        const forms = formsOnPage(await shown.text(), page)
        for (const form of forms.slice(0, 5)) {
          for (const { name } of form.fields.filter(isText)) {
            const [what, odd] = ODDITIES[sent % ODDITIES.length] ?? []
            if (!odd) throw new Error('no oddity')
            const body = sentAs(form, name, odd)
            const { status } = await ask(scene.server, form.action || page, {
              cookie,
              method: 'POST',
              form: body,
            })
            expect([page, name, what, status < 500]).toEqual([page, name, what, true])
            sent += 1
            if (status === 303) taken.push(`${page} ${name}`)
          }
        }
      }
      expect(sent).toBeGreaterThan(0)
    },
    120_000,
  )

  it('was taken by some of them, and changed nothing that is not a row', async () => {
    expect(taken.length, taken.join('; ')).toBeGreaterThan(3)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(ofEverything)
    const tables = await db.asSystem((tx) =>
      tx.execute<{ name: string }>(
        `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind = 'r'`,
      ),
    )
    expect(tables.length).toBeGreaterThan(60)
  })
})
