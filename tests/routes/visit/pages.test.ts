import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { matchingWords } from '#app/domain/visits/consent-words.ts'
import { NEUTRAL_SITE } from '#app/domain/visits/neutral-site.ts'
import { visitTexts } from '#app/domain/visits/texts.ts'
import { makeVisitLink } from '#app/domain/visits/make-link.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { action as pagesAction, loader as pagesLoader } from '#app/routes/desk/candidate-pages/route.tsx'
import { loader as door } from '#app/routes/visit/door/route.tsx'
import { action as answer, loader as home } from '#app/routes/visit/home/route.tsx'
import { loader as layout, meta } from '#app/routes/visit/layout/route.tsx'
import { loader as leave } from '#app/routes/visit/leave/route.tsx'
import { action as enter, loader as start } from '#app/routes/visit/start/route.tsx'
import { consents } from '#db/schema/candidates.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { callRoute, cookieIn } from '../account/call-route.ts'

const db = useTestDatabase()
let sara: StaffActor
let person: CandidateRef
let token: string
beforeEach(async () => {
  sara = await aStaff()
  person = await aCandidate({ orgId: sara.orgId, caseManagerId: sara.userId })
  token = await withActor(sara, (tx) => makeVisitLink(tx, person))
})

const scan = async (secret = token) => {
  const answered = await callRoute(door, `/v/${secret}`, { params: { token: secret } })
  return { answered, cookie: cookieIn(answered, 'door') }
}

/** Scans the code and chooses a language. @returns the cookie of her visit. */
async function comeIn(language = 'fr'): Promise<string> {
  const { cookie } = await scan()
  const answered = await callRoute(enter, '/v', { cookie, form: { language } })
  expect(answered.location).toBe('/v/1')
  return cookieIn(answered, 'page') ?? ''
}

describe('the way in', () => {
  it('leaves the secret out of every address but the one in the code', async () => {
    const { answered, cookie } = await scan()
    expect(answered).toMatchObject({ status: 303, location: '/v' })
    const shown = await callRoute(start, '/v', { cookie })
    expect(JSON.stringify(shown)).not.toContain(token)
    expect(shown.data).toMatchObject({ choices: [{ language: 'it' }, {}, {}, {}, { language: 'ar' }] })
    const opened = await callRoute(enter, '/v', { cookie, form: { language: 'ar' } })
    expect(opened.location).toBe('/v/1')
    expect(opened.headers.getSetCookie().join()).not.toContain(token)
    expect(cookieIn(opened, 'door')).toBe('door=')
  })

  it('is closed to whoever comes second, later, or with something else', async () => {
    await comeIn()
    const { cookie } = await scan()
    expect((await callRoute(start, '/v', { cookie })).data).toEqual({ choices: [] })
    const again = await callRoute(enter, '/v', { cookie, form: { language: 'fr' } })
    expect(again.location).toBe('/v')
    expect(cookieIn(again, 'page')).toBeUndefined()
    expect((await scan('no-secret')).cookie).toBeUndefined()
    expect((await callRoute(home, '/v/1')).location).toBe('/v')
    expect(
      (await callRoute(answer, '/v/1', { form: { purpose: 'matching', decision: 'withdrawn' } })).location,
    ).toBe('/v')
  })

  it('is shown on the screen that made it alone', async () => {
    const cookie = await cookieOf({ userId: sara.userId, role: 'case_manager' })
    const path = `/lavoro/persone/${person.candidateId}/pagine`
    const params = { id: person.candidateId }
    expect((await callRoute(pagesLoader, path, { cookie, params })).data).toMatchObject({ shown: null })
    const made = await callRoute(pagesAction, path, { cookie, params, form: { intent: 'make' } })
    expect(made.location).toBe(path)
    const here = `${cookie}; ${cookieIn(made, 'shown') ?? ''}`
    const page = (await callRoute(pagesLoader, path, { cookie: here, params })).data as {
      shown: { address: string; qr: { path: string } }
    }
    expect(page.shown.address).toMatch(/^http:\/\/localhost:3000\/v\/[\w-]{43}$/)
    expect(page.shown.qr.path.length).toBeGreaterThan(1_000)
    const closed = await callRoute(pagesAction, path, { cookie: here, params, form: { intent: 'revoke' } })
    expect(closed.status).toBe(303)
    expect((await callRoute(pagesLoader, path, { cookie: here, params })).data).toMatchObject({ shown: null })
  })
})

describe('her pages', () => {
  it('speak her language in every word, from right to left where it is written so', async () => {
    const cookie = await comeIn('ar')
    expect((await callRoute(layout, '/v/1', { cookie })).data).toMatchObject({
      written: { language: 'ar', direction: 'rtl' },
      texts: { leave: visitTexts.ar.leave },
    })
    const switched = await callRoute(enter, '/v', {
      cookie,
      form: { intent: 'language', language: 'es', to: '/v/3' },
    })
    expect(switched.location).toBe('/v/3')
    expect((await callRoute(layout, '/v/3', { cookie })).data).toMatchObject({ written: { language: 'es' } })
    const elsewhere = { intent: 'language', language: 'es', to: 'https://evil.example' }
    expect((await callRoute(enter, '/v', { cookie, form: elsewhere })).location).toBe('/v')
  })

  it('have a title that says nothing', () => {
    expect(meta()).toEqual([{ title: 'Passaparola' }, { name: 'robots', content: 'noindex' }])
  })

  it('take her word, and tell her with a figure in the address', async () => {
    const cookie = await comeIn('fr')
    const said = await callRoute(answer, '/v/1', {
      cookie,
      form: { purpose: 'matching', decision: 'withdrawn' },
    })
    expect(said.location).toBe('/v/1?f=3')
    const read = sha256(matchingWords('fr'))
    const again = await callRoute(answer, '/v/1', {
      cookie,
      form: { purpose: 'matching', decision: 'given', read },
    })
    expect(again.location).toBe('/v/1?f=1')
    const rows = await db.asSystem((tx) => tx.select().from(consents))
    const hers = rows.filter(
      ({ candidateId, channel }) => candidateId === person.candidateId && channel === 'own_device',
    )
    expect(hers.map(({ decision, language }) => [decision, language]).sort()).toEqual([
      ['given', 'fr'],
      ['withdrawn', 'fr'],
    ])
  })

  it('take no other field, no other word, and no yes to words that are not there', async () => {
    const cookie = await comeIn()
    const press = (form: Record<string, string>) => callRoute(answer, '/v/1', { cookie, form })
    const yes = { purpose: 'matching', decision: 'given', read: sha256('other words') }
    expect((await press(yes)).status).toBe(409)
    expect((await press({ purpose: 'everything', decision: 'given' })).status).toBe(400)
    expect((await press({ ...yes, candidateId: person.candidateId })).status).toBe(400)
  })

  it('are left by a plain link, which ends the visit and takes the cookies', async () => {
    const cookie = await comeIn()
    const left = await callRoute(leave, '/v/via', { cookie })
    expect(left).toMatchObject({ status: 303, location: NEUTRAL_SITE })
    expect([cookieIn(left, 'page'), cookieIn(left, 'door')]).toEqual(['page=', 'door='])
    expect((await callRoute(home, '/v/1', { cookie })).location).toBe('/v')
    expect((await callRoute(start, '/v', { cookie })).data).toEqual({ choices: [] })
  })
})
