import { and, eq, like } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { workingCode } from '#app/domain/accounts/totp.server.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import { action as confirm, loader as confirmPage } from '#app/routes/account/confirm/route.tsx'
import { loader as options } from '#app/routes/account/passkey-options/route.tsx'
import { loader as profile } from '#app/routes/account/profile/route.tsx'
import { action as change, loader as securityPage } from '#app/routes/account/security/route.tsx'
import { loader as exported } from '#app/routes/api/companies-export/route.tsx'
import { loader as relationships } from '#app/routes/api/relationships-export/route.tsx'
import { action as sendIt, loader as contractPage } from '#app/routes/desk/contract/route.tsx'
import { loader as copyPage } from '#app/routes/desk/candidate-copy/route.tsx'
import { action as erase, loader as erasePage } from '#app/routes/desk/candidate-erase/route.tsx'
import { action as copied } from '#app/routes/desk/candidate-copy-file/route.tsx'
import { action as allow } from '#app/routes/network/glass/route.tsx'
import { loader as glassFile } from '#app/routes/network/glass-file/route.tsx'
import { now } from '#app/platform/clock.server.ts'
import { sessions, users } from '#db/schema/accounts.ts'
import { auditLog } from '#db/schema/operations.ts'
import { contractLinks } from '#db/schema/stages.ts'
import { aWelcomedCard, meet, say } from '#tests/support/met-person.ts'
import { times } from '#tests/support/attempts.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { accountRow, aStaffWithCredentials, PASSWORD } from '#tests/support/factories/credentials.ts'
import { aPasskeyOf } from '#tests/support/factories/passkeys.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { callRoute, cookieIn } from './call-route.ts'

const db = useTestDatabase()
const FILE = '/aziende/esporta?di=all&formato=csv'
const ASKED = `/account/conferma?a=${encodeURIComponent(FILE)}`

const confirmedAgo = (userId: UserId, ms: number | null) =>
  db.asSystem((tx) =>
    tx
      .update(sessions)
      .set({ factorAt: ms === null ? null : new Date(now().getTime() - ms) })
      .where(eq(sessions.userId, userId)),
  )

describe('an export', () => {
  it('is given for ten minutes after a second factor, then asks for it once more', async () => {
    const { actor } = await aStaffWithCredentials()
    const cookie = await cookieOf(actor)
    expect((await callRoute(exported, FILE, { cookie })).status).toBe(200)
    await confirmedAgo(actor.userId, 9 * MINUTE)
    expect((await callRoute(exported, FILE, { cookie })).status).toBe(200)
    for (const ago of [10 * MINUTE, null]) {
      await confirmedAgo(actor.userId, ago)
      const answer = await callRoute(exported, FILE, { cookie })
      expect([answer.status, answer.location]).toEqual([303, ASKED])
    }
    // Whoever may not have it is refused before.
    const hr = await cookieOf(await anHrContact())
    expect((await callRoute(exported, FILE, { cookie: hr })).status).toBe(403)
  })

  it('follows a code, under another token to the same end, and the press that fetches the file', async () => {
    const { actor, seed } = await aStaffWithCredentials('coordinator')
    const cookie = await cookieOf(actor)
    const [before] = await db.asSystem((tx) =>
      tx.select().from(sessions).where(eq(sessions.userId, actor.userId)),
    )
    await confirmedAgo(actor.userId, 11 * MINUTE)
    const page = await callRoute(confirmPage, ASKED, { cookie })
    expect(page.data).toMatchObject({ to: FILE, ready: false, factors: { passkey: false, code: true } })

    const wrong = await callRoute(confirm, ASKED, { cookie, form: { code: '000000', to: FILE } })
    expect([wrong.status, cookieIn(wrong)]).toEqual([400, undefined])
    const form = { intent: 'code', code: workingCode(seed, null), to: FILE }
    const right = await callRoute(confirm, ASKED, { cookie, form })
    expect([right.status, right.location]).toEqual([303, ASKED])
    const next = cookieIn(right)
    expect(next).not.toBe(cookie)
    expect((await callRoute(profile, '/account', { cookie })).status).toBe(303)
    expect((await callRoute(confirmPage, ASKED, { cookie: next })).data).toMatchObject({ ready: true })
    expect((await callRoute(exported, FILE, { cookie: next })).status).toBe(200)

    const rows = await db.asSystem((tx) =>
      tx.select().from(sessions).where(eq(sessions.userId, actor.userId)),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.absoluteEndAt).toEqual(before?.absoluteEndAt)
    const told = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.actorId, actor.userId)),
    )
    expect(
      told.filter(({ action }) => action === 'account.factor_given').map(({ result }) => result),
    ).toEqual(['denied', 'ok'])
  })
})

describe('a file of the relationships', () => {
  it('asks for a second factor that is fresh', async () => {
    const { actor } = await aStaffWithCredentials('coordinator')
    const cookie = await cookieOf(actor)
    await confirmedAgo(actor.userId, 10 * MINUTE)
    const path = '/rete/rapporti/esporta?tabella=persone'
    const answer = await callRoute(relationships, path, { cookie })
    expect(answer.location).toBe(`/account/conferma?a=${encodeURIComponent(path)}`)
  })
})

describe('what a contract needs', () => {
  it('asks for a second factor once it is known what is to leave, and before it leaves', async () => {
    const { actor } = await aStaffWithCredentials()
    const cookie = await cookieOf(actor)
    const one = await aWelcomedCard(actor)
    await meet(one)
    await say(one, 'contract', one.hr.companyId)
    await confirmedAgo(actor.userId, 10 * MINUTE)
    const page = `/lavoro/proposte/${one.cardId}/contratto`
    const params = { cardId: one.cardId }
    expect((await callRoute(contractPage, page, { cookie, params })).status).toBe(200)
    const chosen = `${page}?scelti=1&dato=permit_until`
    const form = { intent: 'send', fields: 'permit_until', safe: 'on' }
    for (const answer of [
      await callRoute(contractPage, chosen, { cookie, params }),
      await callRoute(sendIt, chosen, { cookie, params, form }),
    ])
      expect(answer.location).toBe(`/account/conferma?a=${encodeURIComponent(chosen)}`)
    expect(await db.asSystem((tx) => tx.$count(contractLinks))).toBe(0)
  })
})

describe('breaking the glass', () => {
  it('asks for a second factor before a file is allowed, and before it is read', async () => {
    const { actor } = await aStaffWithCredentials('coordinator')
    const cookie = await cookieOf(actor)
    await confirmedAgo(actor.userId, 10 * MINUTE)
    const id = crypto.randomUUID()
    const path = `/rete/emergenza/${id}`
    const form = { intent: 'decide', id, decision: 'approved' }
    const allowed = await callRoute(allow, '/rete/emergenza', { cookie, form })
    expect(allowed.location).toBe(`/account/conferma?a=${encodeURIComponent('/rete/emergenza')}`)
    const read = await callRoute(glassFile, path, { cookie, params: { id } })
    expect(read.location).toBe(`/account/conferma?a=${encodeURIComponent(path)}`)
  })
})

describe('the copy of a person’s file', () => {
  it('asks for a second factor before its page, and before it is made', async () => {
    const { actor } = await aStaffWithCredentials()
    const cookie = await cookieOf(actor)
    const person = await aCandidate({ orgId: actor.orgId, caseManagerId: actor.userId })
    await confirmedAgo(actor.userId, 10 * MINUTE)
    const path = `/lavoro/persone/${person.candidateId}/copia`
    const params = { id: person.candidateId }
    const form = { reason: 'access', format: 'json' }
    for (const answer of [
      await callRoute(copyPage, path, { cookie, params }),
      await callRoute(copied, `${path}/scarica`, { cookie, params, form }),
    ]) {
      expect(answer.location).toBe(`/account/conferma?a=${encodeURIComponent(path)}`)
    }
    const gone = path.replace(/copia$/, 'cancellazione')
    for (const answer of [
      await callRoute(erasePage, gone, { cookie, params }),
      await callRoute(erase, gone, { cookie, params, form: { code: person.code, asked: 'on' } }),
    ]) {
      expect(answer.location).toBe(`/account/conferma?a=${encodeURIComponent(gone)}`)
    }
    const exported = and(eq(auditLog.actorId, actor.userId), like(auditLog.action, 'candidate.%'))
    expect(await db.asSystem((tx) => tx.$count(auditLog, exported))).toBe(0)
  })
})

describe('confirming', () => {
  it('leads on to a page of this site, and to no other', async () => {
    const { actor } = await aStaffWithCredentials()
    const cookie = await cookieOf(actor)
    for (const [to, on] of [
      ['/account/sicurezza', '/account/sicurezza'],
      ['https://evil.example', '/lavoro'],
      ['//evil.example', '/lavoro'],
    ] as const) {
      const answer = await callRoute(confirmPage, `/account/conferma?a=${encodeURIComponent(to)}`, { cookie })
      expect(answer.location).toBe(on)
    }
  })

  it('is tried five times in a quarter of an hour', async () => {
    const { actor, seed } = await aStaffWithCredentials()
    const cookie = await cookieOf(actor)
    const right = workingCode(seed, null)
    const send = (code: string) => callRoute(confirm, ASKED, { cookie, form: { code, to: FILE } })
    await times(5, () => send(right === '123456' ? '654321' : '123456'))
    const limited = await send(right)
    expect([limited.status, Number(limited.headers.get('Retry-After')) > 800]).toEqual([429, true])
  })
})

describe('the page of one’s security', () => {
  const PAGE = '/account/sicurezza'

  it('shows what there is, and lets nothing be changed before she has confirmed', async () => {
    const { actor } = await aStaffWithCredentials()
    const cookie = await cookieOf(actor)
    const passkey = await aPasskeyOf(actor)
    await confirmedAgo(actor.userId, 10 * MINUTE)
    const page = await callRoute(securityPage, PAGE, { cookie })
    expect(page.data).toMatchObject({ staff: true, fresh: false, required: false, codesLeft: null })
    expect(JSON.stringify(page.data)).not.toMatch(/publicKey|hash/i)
    const before = await accountRow(actor)
    const forms: Record<string, string>[] = [
      { intent: 'codes' },
      { intent: 'remove', id: passkey.id },
      { intent: 'passkey', response: '{}' },
      { intent: 'password', current: PASSWORD, password: 'una frase nuova', again: 'una frase nuova' },
    ]
    for (const form of forms) {
      const answer = await callRoute(change, PAGE, { cookie, form })
      expect(answer.location).toBe(`/account/conferma?a=${encodeURIComponent(PAGE)}`)
    }
    expect(await accountRow(actor)).toEqual(before)
    expect((await callRoute(options, '/accedi/passkey/opzioni?per=nuova', { cookie })).status).toBe(403)
  })

  it('shows recovery codes once', async () => {
    const { actor } = await aStaffWithCredentials()
    const cookie = await cookieOf(actor)
    const made = await callRoute(change, PAGE, { cookie, form: { intent: 'codes' } })
    const { codes } = made.data as { codes: string[] }
    expect(codes).toHaveLength(8)
    const later = await callRoute(securityPage, PAGE, { cookie })
    expect(later.data).toMatchObject({ codesLeft: 8 })
    expect(JSON.stringify(later.data)).not.toContain(codes[0]?.slice(2))
  })

  it('gives another cookie with another password, and no secret back with a refusal', async () => {
    const { actor } = await aStaffWithCredentials()
    const cookie = await cookieOf(actor)
    const send = (form: Record<string, string>) =>
      callRoute(change, PAGE, { cookie, form: { intent: 'password', ...form } })
    const refused = await send({ current: 'segretissima', password: 'una corta', again: 'una corta' })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.data)).not.toMatch(/segretissima|una corta/)
    const words = 'quattro passi sotto i portici'
    const changed = await send({ current: PASSWORD, password: words, again: words })
    expect([changed.location, cookieIn(changed) === cookie]).toEqual([PAGE, false])
    expect((await callRoute(profile, '/account', { cookie })).status).toBe(303)
    expect((await callRoute(profile, '/account', { cookie: cookieIn(changed) })).status).toBe(200)
  })

  it('has passkeys for a company’s contact, and neither password nor codes', async () => {
    const hr = await anHrContact()
    const cookie = await cookieOf(hr)
    expect((await callRoute(securityPage, PAGE, { cookie })).data).toMatchObject({
      staff: false,
      fresh: true,
    })
    for (const intent of ['codes', 'password']) {
      expect((await callRoute(change, PAGE, { cookie, form: { intent } })).status).toBe(403)
    }
    expect(await db.asSystem((tx) => tx.$count(users, eq(users.id, hr.userId)))).toBe(1)
  })
})

describe('what a browser is asked for a passkey', () => {
  it('names nobody to whoever is not signed in', async () => {
    const ask = (use: string) => callRoute(options, `/accedi/passkey/opzioni?per=${use}`)
    expect((await ask('accesso')).status).toBe(200)
    for (const use of ['conferma', 'nuova', 'altro']) expect((await ask(use)).status).toBe(404)
  })
})
