import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardLink } from '#app/domain/proposals/card-link.server.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { makeVisitLink } from '#app/domain/visits/make-link.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { withConnection } from '../../scripts/postgres-roles.mjs'

const db = useTestDatabase()
const at = { cookie: '', visit: '', card: '', person: '' }
let server: Awaited<ReturnType<typeof startRealServer>>

const ask = (path: string, { cookie = at.cookie, form }: { cookie?: string; form?: string } = {}) =>
  fetch(server.url + path, {
    method: form === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      Cookie: cookie,
      ...(form === undefined ? {} : { Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    ...(form === undefined ? {} : { body: form }),
  })

const cookieIn = (answer: Response, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

beforeAll(async () => {
  const anna = await aStaff('case_manager')
  const hr = await anHrContact()
  const person = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
  const openingId = await anOpening({ companyId: hr.companyId })
  const { cardId } = await aCard({ ...hr, openingId, proposedBy: anna.userId, candidate: person })
  server = await startRealServer()
  at.cookie = await cookieOf(anna)
  at.person = `/lavoro/persone/${person.candidateId}`
  at.card = new URL(cardLink(cardId, hr.contactId, now()), APP_URL).pathname
  const link = await withActor(anna, (tx) => makeVisitLink(tx, person))
  const door = cookieIn(await ask(`/v/${link}`, { cookie: '' }), 'door')
  at.visit = cookieIn(await ask('/v', { cookie: door, form: 'language=it' }), 'page')
})
afterAll(() => server.stop())

/** What an answer may carry beside its security: anything else would tell something that nobody asked for. */
const HARMLESS = [
  ...[
    'connection',
    'content-disposition',
    'content-language',
    'content-encoding',
    'content-length',
    'content-type',
    'date',
    'etag',
  ],
  ...['keep-alive', 'last-modified', 'accept-ranges', 'location', 'retry-after', 'set-cookie'],
  ...['transfer-encoding', 'vary', 'x-flash', 'x-remix-response', 'x-request-id', 'clear-site-data'],
]

const securityOf = (answer: Response): Record<string, string> =>
  Object.fromEntries(
    [...answer.headers]
      .filter(([name]) => !HARMLESS.includes(name) && name !== 'cache-control')
      .map(([name, value]) => [name, value.replace(/'nonce-[^']+'/, "'nonce'")]),
  )

const answers: [string, number, () => Promise<Response>, string?][] = [
  ['a public page', 200, () => ask('/', { cookie: '' })],
  ['its data', 200, () => ask('/_root.data', { cookie: '' })],
  ['a page of the network', 200, () => ask('/lavoro/persone')],
  ['a person’s file', 200, () => ask(at.person)],
  ['its data', 200, () => ask(`${at.person}.data`)],
  ['a redirect to sign in', 303, () => ask(at.person, { cookie: '' })],
  ['the same as data', 202, () => ask(`${at.person}.data`, { cookie: '' })],
  ['what is another’s', 403, () => ask('/admin/account')],
  ['a form that went through', 303, () => ask('/lingua', { form: 'locale=it&to=/' })],
  ['a form that is wrong', 400, () => ask(at.person, { form: 'intent=notes&version=none' })],
  ['a page that is not there', 404, () => ask('/non-esiste')],
  ['data that are not there', 404, () => ask('/non-esiste.data')],
  ['a file to keep', 200, () => ask(`${at.person}/copia/scarica`, { form: 'reason=access&format=json' })],
  ['a spreadsheet', 200, () => ask('/contatti/esempio.csv')],
  ['codes for a form', 200, () => ask('/tassonomia/professioni?q=cuoco')],
  ['the link of a mail', 200, () => ask(at.card, { cookie: '' })],
  ['the link of a mail, altered', 410, () => ask(`${at.card}x`, { cookie: '' })],
  ['a person’s own page', 200, () => ask('/v/1', { cookie: at.visit })],
  ['its data', 200, () => ask('/v/1.data', { cookie: at.visit })],
  ['the way out of it', 303, () => ask('/v/via', { cookie: at.visit })],
  ['signing out', 303, () => ask('/esci', { form: '' })],
  ['the state of the service, at fault', 500, () => ask('/healthz')],
  ['a picture', 200, () => ask('/favicon.svg'), 'public, max-age=3600'],
  ['a script that is not there', 404, () => ask('/assets/none.js')],
]

describe('every class of answer', () => {
  it.each(answers)('%s → %d carries the same protection', async (_, status, work, kept) => {
    const [answer, page] = [await work(), await ask('/', { cookie: '' })]
    expect(answer.status).toBe(status)
    expect(securityOf(answer)).toEqual(securityOf(page))
    expect(Object.keys(securityOf(page)).sort()).toEqual([
      ...['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'],
      ...['permissions-policy', 'referrer-policy', 'x-content-type-options'],
    ])
    expect(answer.headers.get('cache-control')).toMatch(kept ?? /no-store/)
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i)
    }
  })

  it('is protected where the database fails under a page too, and tells nothing of it', async () => {
    const asOwner = (statement: string) =>
      withConnection(db.urls().ownerUrl, async (sql) => void (await sql.unsafe(statement)))
    const page = await ask('/', { cookie: '' })
    await asOwner('alter table stories rename to stories_elsewhere')
    try {
      for (const path of ['/storie', '/storie.data']) {
        const answer = await ask(path, { cookie: '' })
        expect([path, answer.status]).toEqual([path, 500])
        expect(securityOf(answer)).toEqual(securityOf(page))
        expect(await answer.text()).not.toMatch(
          /stories_elsewhere|does not exist|relation "|PostgresError|node_modules|\.server\.|select /i,
        )
      }
    } finally {
      await asOwner('alter table stories_elsewhere rename to stories')
    }
    expect((await ask('/storie', { cookie: '' })).status).toBe(200)
  })
})
