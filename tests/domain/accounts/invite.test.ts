import { and, eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { acceptInvite, renewInvite } from '#app/domain/accounts/accept-invite.server.ts'
import { inviteAccount, inviteAgain } from '#app/domain/accounts/invite-account.server.ts'
import { issueLoginToken } from '#app/domain/accounts/login-tokens.server.ts'
import { readInvite } from '#app/domain/accounts/read-invite.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { startSession } from '#app/domain/accounts/sessions.server.ts'
import { signInWithPassword } from '#app/domain/accounts/sign-in-with-password.server.ts'
import { openSeed, workingCode } from '#app/domain/accounts/totp.server.ts'
import { ANONYMOUS, type StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, SECOND } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import {
  aBrowser,
  accountRow,
  aStaffWithCredentials,
  changeAccount,
} from '#tests/support/factories/credentials.ts'
import { next } from '#tests/support/factories/sequence.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let restore = () => undefined as void
afterEach(() => {
  restore()
})

const NEW = 'il treno delle sette e un quarto'
const issue = ({ userId }: StaffActor) => db.asSystem((tx) => issueLoginToken(tx, userId, 'invite'))
const view = (token: string) => withActor(ANONYMOUS, (tx) => readInvite(tx, token))
const invitations = () =>
  db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.topic, 'account.invited')))

async function seedOf(token: string): Promise<string> {
  const invite = await view(token)
  if (invite.state !== 'ready') throw new Error(`the invitation is ${invite.state}`)
  return invite.seed
}

describe('inviting', () => {
  const form = (orgId: string) => ({
    ...{ name: 'Adaeze Ferrero', email: `adaeze-${next()}@rete.example`, orgId },
    role: 'case_manager' as const,
  })

  it('opens an account without a password, with an event that names it and an audit row', async () => {
    const admin = await aStaff('admin')
    const values = form(admin.orgId)
    const id = await withActor(admin, (tx) => inviteAccount(tx, values))
    const [row] = await db.asSystem((tx) => tx.select().from(users).where(eq(users.id, id)))
    expect(row).toMatchObject({ ...values, passwordHash: null, totpSecret: null, active: true, demo: false })
    const mine = (await invitations()).filter(({ payload }) => payload.userId === id)
    expect(mine.map(({ payload, actorId }) => [payload, actorId])).toEqual([[{ userId: id }, admin.userId]])
    const told = await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, id)))
    expect(told.map(({ action, actorId }) => [action, actorId])).toEqual([['account.invited', admin.userId]])
  })

  it('refuses an address that has an account, and an organisation that is inactive or none', async () => {
    const admin = await aStaff('admin')
    const taken = { ...form(admin.orgId), email: (await accountRow(admin)).email }
    await expect(withActor(admin, (tx) => inviteAccount(tx, taken))).rejects.toMatchObject({
      reason: 'account_email_taken',
      field: 'email',
    })
    const gone = (await aStaff()).orgId
    await db.asSystem((tx) =>
      tx.update(organisations).set({ active: false }).where(eq(organisations.id, gone)),
    )
    for (const orgId of [gone, '11111111-1111-4111-8111-111111111111']) {
      const refused = withActor(admin, (tx) => inviteAccount(tx, form(orgId)))
      await expect(refused).rejects.toMatchObject({ reason: 'account_organisation_missing', field: 'orgId' })
    }
  })

  it.each(['case_manager', 'coordinator'] as const)('is not for a %s, nor for a company', async (role) => {
    const staff = await aStaff(role)
    for (const actor of [staff, await anHrContact(), ANONYMOUS]) {
      await expect(withActor(actor, (tx) => inviteAccount(tx, form(staff.orgId)))).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(withActor(actor, (tx) => inviteAgain(tx, staff.userId))).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })

  it('again is for active staff', async () => {
    const admin = await aStaff('admin')
    const anna = await aStaff()
    await withActor(admin, (tx) => inviteAgain(tx, anna.userId))
    expect((await invitations()).at(-1)?.payload).toEqual({ userId: anna.userId })
    await changeAccount(anna, { active: false })
    await expect(withActor(admin, (tx) => inviteAgain(tx, anna.userId))).rejects.toMatchObject({
      reason: 'account_not_active',
    })
    const hr = await anHrContact()
    await expect(withActor(admin, (tx) => inviteAgain(tx, hr.userId))).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('an invitation', () => {
  it('shows the same seed each time, and changes nothing', async () => {
    const anna = await aStaff()
    const token = await issue(anna)
    const before = await accountRow(anna)
    const invite = await view(token)
    expect(invite).toMatchObject({ state: 'ready', name: anna.name, email: before.email })
    expect(await view(token)).toEqual(invite)
    expect(await accountRow(anna)).toEqual(before)
    expect(await seedOf(await issue(anna))).not.toBe(await seedOf(token))
    expect(invite.state === 'ready' && invite.uri).toContain('otpauth://totp/Passaparola')
  })

  it('taken up gives a password, a telephone whose code is used, and a session', async () => {
    const anna = await aStaff('admin')
    const token = await issue(anna)
    const seed = await seedOf(token)
    const code = workingCode(seed, null)
    const session = await acceptInvite({ token, password: NEW, code }, aBrowser())
    expect((await readSession(session?.token ?? null)).actor).toEqual(anna)
    const row = await accountRow(anna)
    expect(row.passwordHash).toMatch(/^\$argon2id\$/)
    expect(openSeed(anna.userId, row.totpSecret ?? Buffer.alloc(0))).toBe(seed)
    expect(workingCode(seed, row.totpLastStep)).not.toBe(code)
    expect(await signInWithPassword({ email: row.email, password: NEW }, aBrowser())).toMatch(/^[\w-]{43}$/)
  })

  it('works once, for a day', async () => {
    const anna = await aStaff()
    const token = await issue(anna)
    const values = { token, password: NEW, code: workingCode(await seedOf(token), null) }
    const answers = await Promise.all([acceptInvite(values, aBrowser()), acceptInvite(values, aBrowser())])
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1)
    expect(await acceptInvite(values, aBrowser())).toBeNull()
    expect(await view(token)).toEqual({ state: 'gone' })

    const bruna = await aStaff()
    const start = now()
    restore = setClock(() => start)
    const late = await issue(bruna)
    const seed = await seedOf(late)
    restore = setClock(() => new Date(start.getTime() + DAY - SECOND))
    expect((await view(late)).state).toBe('ready')
    restore = setClock(() => new Date(start.getTime() + DAY))
    expect(await view(late)).toEqual({ state: 'expired' })
    expect(
      await acceptInvite({ token: late, password: NEW, code: workingCode(seed, null) }, aBrowser()),
    ).toBeNull()
    expect((await accountRow(bruna)).passwordHash).toBeNull()
  })

  it.each([
    ['a short password', 'corta', 'account_password_short', 'password'],
    ['a common one', 'Passaparola2026!', 'account_password_common', 'password'],
    ['her own name', 'Persona123456', 'account_password_about_you', 'password'],
  ])('refuses %s', async (_, password, reason, field) => {
    const anna = await aStaff()
    await changeAccount(anna, { name: 'Persona Nuova' })
    const token = await issue(anna)
    const values = { token, password, code: workingCode(await seedOf(token), null) }
    await expect(acceptInvite(values, aBrowser())).rejects.toMatchObject({ code: 'invalid', reason, field })
    expect((await accountRow(anna)).passwordHash).toBeNull()
    expect((await view(token)).state).toBe('ready')
  })

  it('refuses a wrong code, and the right one after five', async () => {
    const anna = await aStaff()
    const token = await issue(anna)
    const right = workingCode(await seedOf(token), null)
    const guess = { token, password: NEW, code: right === '123456' ? '654321' : '123456' }
    for (let count = 0; count < 5; count += 1) {
      await expect(acceptInvite(guess, aBrowser())).rejects.toMatchObject({
        reason: 'account_code_wrong',
        field: 'code',
      })
    }
    const limited = acceptInvite({ ...guess, code: right }, aBrowser())
    await expect(limited).rejects.toMatchObject({ code: 'too_many' })
    expect((await accountRow(anna)).passwordHash).toBeNull()
  })

  it('sent again keeps what works until it is taken up, then ends it', async () => {
    const { actor, email, password } = await aStaffWithCredentials()
    const old = await db.asSystem((tx) =>
      startSession(tx, { userId: actor.userId, role: actor.role, complete: true, browser: aBrowser() }),
    )
    const token = await issue(actor)
    expect(await signInWithPassword({ email, password }, aBrowser())).toBeTruthy()
    await acceptInvite({ token, password: NEW, code: workingCode(await seedOf(token), null) }, aBrowser())
    expect((await readSession(old)).actor.kind).toBe('anonymous')
    await expect(signInWithPassword({ email, password }, aBrowser())).rejects.toMatchObject({
      reason: 'account_credentials_wrong',
    })
  })

  it('is nothing to an HR contact, an inactive account, or who invents one', async () => {
    const hr = await anHrContact()
    const ofHr = await db.asSystem((tx) => issueLoginToken(tx, hr.userId, 'invite'))
    const inactive = await aStaff()
    const ofInactive = await issue(inactive)
    await changeAccount(inactive, { active: false })
    for (const token of [ofHr, ofInactive, 'A'.repeat(43), '']) {
      expect(await acceptInvite({ token, password: NEW, code: '123456' }, aBrowser())).toBeNull()
    }
    expect(await view(ofInactive)).toEqual({ state: 'gone' })
    expect((await accountRow(hr)).passwordHash).toBeNull()
  })

  it('that expired is renewed by its holder, one that was taken up only by an administrator', async () => {
    const anna = await aStaff()
    const start = now()
    restore = setClock(() => new Date(start.getTime() - 2 * DAY))
    const expired = await issue(anna)
    restore()
    restore = setClock(() => new Date())
    const hers = () =>
      invitations().then((all) => all.filter(({ payload }) => payload.userId === anna.userId))
    await renewInvite(expired, aBrowser().address)
    expect(await hers()).toHaveLength(1)

    const token = await issue(anna)
    await acceptInvite({ token, password: NEW, code: workingCode(await seedOf(token), null) }, aBrowser())
    await renewInvite(token, aBrowser().address)
    await renewInvite(expired, aBrowser().address)
    await renewInvite('A'.repeat(43), aBrowser().address)
    expect(await hers()).toHaveLength(1)
    const told = and(eq(auditLog.subjectId, anna.userId), eq(auditLog.action, 'account.invite_accepted'))
    expect(await db.asSystem((tx) => tx.$count(auditLog, told))).toBe(1)
  })
})
