import { describe, expect, it } from 'vitest'
import { issueLoginToken } from '#app/domain/accounts/login-tokens.server.ts'
import { workingCode } from '#app/domain/accounts/totp.server.ts'
import { action as code, loader as codePage } from '#app/routes/account/code/route.tsx'
import { action as invite, loader as invitePage } from '#app/routes/account/invite/route.tsx'
import { action as link, loader as linkPage } from '#app/routes/account/link/route.tsx'
import { action as profile, loader as profilePage } from '#app/routes/account/profile/route.tsx'
import { action as signIn, loader as signInPage } from '#app/routes/account/sign-in/route.tsx'
import { action as signOut } from '#app/routes/account/sign-out/route.tsx'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import {
  aBrowser,
  accountRow,
  aStaffWithCredentials,
  changeAccount,
  PASSWORD,
} from '#tests/support/factories/credentials.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { callRoute, cookieIn } from './call-route.ts'

const db = useTestDatabase()

const giveProfile = (cookie: string | undefined) => callRoute(profilePage, '/account', { cookie })

describe('signing in by password and code', () => {
  it('goes by two forms to the page that was asked for, each time with another cookie', async () => {
    const { email, seed, actor } = await aStaffWithCredentials('coordinator')
    const form = { intent: 'password', email, password: PASSWORD, to: '/rete/aziende?stato=new' }
    const first = await callRoute(signIn, '/accedi', { form })
    expect([first.status, first.location]).toEqual([303, '/accedi/codice?a=%2Frete%2Faziende%3Fstato%3Dnew'])
    const half = cookieIn(first)
    expect(first.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/)
    expect((await giveProfile(half)).location).toBe('/accedi?a=%2Faccount')

    const page = await callRoute(codePage, first.location ?? '', { cookie: half })
    expect(page.data).toMatchObject({ to: '/rete/aziende?stato=new', demoCode: null })
    const second = await callRoute(code, '/accedi/codice', {
      cookie: half,
      form: { code: workingCode(seed, null).replace(/^.../, '$& '), to: '/rete/aziende?stato=new' },
    })
    expect(second.location).toBe('/rete/aziende?stato=new')
    const whole = cookieIn(second)
    expect(whole).not.toBe(half)
    expect(second.headers.getSetCookie().join()).toMatch(
      /device=[\w-]+\.[\w-]+; .*HttpOnly; SameSite=Lax; Max-Age=7776000/,
    )
    expect((await giveProfile(whole)).data).toMatchObject({ account: { name: actor.name } })
    expect((await giveProfile(half)).status).toBe(303)
    expect((await callRoute(signInPage, '/accedi', { cookie: whole })).location).toBe('/rete')
  })

  it.each([
    ['case_manager', '/lavoro'],
    ['coordinator', '/rete'],
    ['admin', '/admin/account'],
  ] as const)('lands a %s at %s, whatever other site it was asked to go to', async (role, home) => {
    for (const to of ['', 'https://evil.example', '//evil.example', '/\\evil.example']) {
      const { email, seed } = await aStaffWithCredentials(role)
      const first = await callRoute(signIn, '/accedi', {
        form: { intent: 'password', email, password: PASSWORD, to },
      })
      expect(first.location).toBe('/accedi/codice')
      const form = { code: workingCode(seed, null), to }
      expect((await callRoute(code, '/accedi/codice', { cookie: cookieIn(first), form })).location).toBe(home)
    }
  })

  it('answers a wrong password and an unknown address alike, and never sends a password back', async () => {
    const { email } = await aStaffWithCredentials()
    const attempt = (address: string) =>
      callRoute(signIn, '/accedi', { form: { intent: 'password', email: address, password: 'segretissima' } })
    const [known, unknown] = [
      await attempt(email),
      await attempt('x'.repeat(email.length - 13) + '@rete.example'),
    ]
    expect(known.status).toBe(400)
    const said = ({ data, headers, status }: typeof known) =>
      JSON.stringify([status, [...headers], data]).replace(/[\w-]+@rete\.example/, '…')
    expect(said(known)).toBe(said(unknown))
    expect(said(known)).toContain('E-mail o password non corrette')
    expect(said(known)).not.toContain('segretissima')
  })

  it('says when to come back after too many tries, with what was typed but the password', async () => {
    const { email } = await aStaffWithCredentials()
    const attempt = () =>
      callRoute(signIn, '/accedi', { form: { intent: 'password', email, password: 'segretissima' } })
    for (let count = 0; count < 5; count += 1) expect((await attempt()).status).toBe(400)
    const sixth = await attempt()
    expect(sixth.status).toBe(429)
    expect(Number(sixth.headers.get('Retry-After'))).toBeGreaterThan(800)
    expect(sixth.data).toMatchObject({ intent: 'password', result: { initialValue: { email } } })
    expect(JSON.stringify(sixth.data)).not.toContain('segretissima')
  })

  it.each([
    [{ intent: 'password', email: 'non-una-mail', password: 'x' }, 'email'],
    [{ intent: 'password', email: 'a@b.example' }, 'password'],
    [{ intent: 'link', email: '' }, 'email'],
    [{ intent: 'password', email: 'a@b.example', password: 'x', role: 'admin' }, ''],
    [{ intent: 'demo', role: 'root' }, 'role'],
  ])('refuses %j beside its field', async (form, field) => {
    const answer = await callRoute(signIn, '/accedi', { form: form as unknown as Record<string, string> })
    expect(answer.status).toBe(400)
    expect(Object.keys((answer.data as { result: { error: object } }).result.error)).toContain(field)
  })

  it('has no third form', async () => {
    expect((await callRoute(signIn, '/accedi', { form: { intent: 'root' } })).status).toBe(400)
  })

  it('asks for the password again where there is no half session', async () => {
    expect((await callRoute(codePage, '/accedi/codice')).location).toBe('/accedi')
    const late = await callRoute(code, '/accedi/codice', { form: { code: '123456' } })
    expect([late.location, cookieIn(late, 'flash')]).toEqual(['/accedi', 'flash=account_code_too_late'])
  })
})

describe('signing in by link', () => {
  const ask = (email: string) => callRoute(signIn, '/accedi', { form: { intent: 'link', email } })

  it('is answered the same to an address known or not', async () => {
    const { email } = await accountRow(await anHrContact())
    const [known, unknown] = [await ask(email), await ask('nessuno@azienda.example')]
    expect([known.status, known.location, [...known.headers]]).toEqual([
      unknown.status,
      unknown.location,
      [...unknown.headers],
    ])
    expect(known.location).toBe('/accedi?inviato=1')
    expect((await callRoute(signInPage, '/accedi?inviato=1')).data).toMatchObject({ linkSent: true })
  })

  it('takes a click on the page’s button; the page alone signs nobody in', async () => {
    const hr = await anHrContact()
    const token = await db.asSystem((tx) => issueLoginToken(tx, hr.userId, 'sign_in'))
    const path = `/accedi/link/${token}`
    const opened = await callRoute(linkPage, path, { params: { token } })
    expect([opened.status, opened.data, opened.headers.getSetCookie()]).toEqual([200, { state: 'ready' }, []])

    const clicked = await callRoute(link, path, { params: { token }, form: { intent: 'sign_in' } })
    expect(clicked.location).toBe('/azienda')
    expect((await giveProfile(cookieIn(clicked))).data).toMatchObject({ account: { name: hr.name } })

    const again = await callRoute(link, path, { params: { token }, form: { intent: 'sign_in' } })
    expect([again.location, cookieIn(again)]).toEqual([path, undefined])
    const ended = await callRoute(linkPage, path, { params: { token } })
    expect([ended.status, ended.data]).toEqual([410, { state: 'ended' }])
    // The second of two clicks of the same browser: the first has signed it in.
    const second = await callRoute(linkPage, path, { params: { token }, cookie: cookieIn(clicked) })
    expect(second.location).toBe('/azienda')

    const renewed = await callRoute(link, path, { params: { token }, form: { intent: 'renew' } })
    expect(renewed.location).toBe('/accedi?inviato=1')
    const invented = await callRoute(linkPage, '/accedi/link/x', { params: { token: 'x' } })
    expect([invented.status, invented.data]).toEqual([410, { state: 'unknown' }])
  })
})

describe('signing in to the demo', () => {
  it('takes one click, to the home of the role', async () => {
    const hr = await anHrContact()
    await changeAccount(hr, { demo: true })
    const page = await callRoute(signInPage, '/accedi')
    expect(page.data).toMatchObject({
      demo: [{ role: 'hr_contact', name: hr.name }],
      mailbox: '/dev/mailbox',
    })
    const clicked = await callRoute(signIn, '/accedi', { form: { intent: 'demo', role: 'hr_contact' } })
    expect(clicked.location).toBe('/azienda')
    expect((await giveProfile(cookieIn(clicked))).data).toMatchObject({ account: { name: hr.name } })
    expect((await callRoute(signIn, '/accedi', { form: { intent: 'demo', role: 'admin' } })).status).toBe(404)
  })
})

describe('an invitation', () => {
  it('is taken up in one form, and sends no secret back when it is refused', async () => {
    const anna = await aStaff()
    const token = await db.asSystem((tx) => issueLoginToken(tx, anna.userId, 'invite'))
    const params = { token }
    const page = await callRoute(invitePage, `/invito/${token}`, { params })
    const { invite: view, qr } = page.data as { invite: { seed: string }; qr: { size: number; path: string } }
    expect(qr.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
    const right = workingCode(view.seed, null)
    const password = 'quattro passi sotto i portici'
    const send = (form: Record<string, string>) => callRoute(invite, `/invito/${token}`, { params, form })

    const differs = await send({ password, again: 'altro', code: right })
    expect(differs.status).toBe(400)
    expect(differs.data).toMatchObject({
      result: { error: { again: [expect.stringContaining('non sono uguali')] } },
    })
    const common = await send({ password: 'password123456', again: 'password123456', code: right })
    expect([common.status, JSON.stringify(common.data)]).toEqual([
      400,
      expect.stringContaining('si provano per prime'),
    ])
    for (const { data } of [differs, common])
      expect(JSON.stringify(data)).not.toMatch(/portici|password123|altro"/)

    const taken = await send({ password, again: password, code: right })
    expect(taken.location).toBe('/lavoro')
    expect((await giveProfile(cookieIn(taken))).data).toMatchObject({ account: { name: anna.name } })
    expect((await callRoute(invitePage, `/invito/${token}`, { params })).status).toBe(410)
  })
})

describe('signing out', () => {
  it('takes the cookie and what the browser kept, and the old cookie opens nothing', async () => {
    const anna = await aStaff()
    const cookie = await cookieOf(anna)
    const answer = await callRoute(signOut, '/esci', { cookie, form: {} })
    expect(answer.location).toBe('/accedi')
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
    expect(answer.headers.getSetCookie().join()).toMatch(/session=; .*Max-Age=0/)
    expect((await giveProfile(cookie)).location).toBe('/accedi?a=%2Faccount')
  })

  it('everywhere ends the other devices too', async () => {
    const anna = await aStaff()
    const cookies = [await cookieOf(anna), await cookieOf(anna)]
    const answer = await callRoute(profile, '/account', {
      cookie: cookies[0],
      form: { intent: 'everywhere' },
    })
    expect([answer.location, answer.headers.has('Clear-Site-Data')]).toEqual(['/accedi', true])
    for (const cookie of cookies) expect((await giveProfile(cookie)).status).toBe(303)
  })
})

describe('the account page', () => {
  it('ends another device, and changes the language of pages and mails', async () => {
    const anna = await aStaff()
    const [here, there] = [await cookieOf(anna), await cookieOf(anna)]
    const page = await giveProfile(here)
    const { devices } = page.data as { devices: { handle: string; thisOne: boolean }[] }
    const handle = devices.find(({ thisOne }) => !thisOne)?.handle ?? ''
    const revoked = await callRoute(profile, '/account', { cookie: here, form: { intent: 'revoke', handle } })
    expect(revoked.location).toBe('/account')
    expect([(await giveProfile(there)).status, (await giveProfile(here)).status]).toEqual([303, 200])

    const changed = await callRoute(profile, '/account', {
      cookie: here,
      form: { intent: 'locale', locale: 'en' },
    })
    expect(cookieIn(changed, 'locale')).toBe('locale=en')
    expect((await accountRow(anna)).locale).toBe('en')
    const wrong: Record<string, string>[] = [{ intent: 'locale', locale: 'xx' }, { intent: 'root' }]
    for (const form of wrong) {
      expect((await callRoute(profile, '/account', { cookie: here, form })).status).toBe(400)
    }
    const { address } = aBrowser()
    const missing = { intent: 'revoke', handle: 'nessuno' }
    expect((await callRoute(profile, '/account', { cookie: here, form: missing, address })).status).toBe(404)
  })
})
