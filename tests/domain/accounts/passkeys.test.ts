import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { confirmFactor, myFactors } from '#app/domain/accounts/confirm-factor.server.ts'
import { newChallenge } from '#app/domain/accounts/passkey-challenges.server.ts'
import { myPasskeys, removePasskey } from '#app/domain/accounts/passkeys.server.ts'
import { readSession } from '#app/domain/accounts/read-session.server.ts'
import { addPasskey, registrationOptions } from '#app/domain/accounts/register-passkey.server.ts'
import { signInWithPasskey } from '#app/domain/accounts/sign-in-with-passkey.server.ts'
import { confirmOptions, signInOptions } from '#app/domain/accounts/verify-passkey.server.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { passkeys } from '#db/schema/factors.ts'
import { auditLog } from '#db/schema/operations.ts'
import { outcome, times } from '#tests/support/attempts.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aBrowser, aStaffWithCredentials, changeAccount } from '#tests/support/factories/credentials.ts'
import { aPasskeyOf, newPasskeyChallenge, signInChallenge } from '#tests/support/factories/passkeys.ts'
import { aPasskey } from '#tests/support/soft-authenticator.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let restore = () => undefined as void
afterEach(() => restore())

const REFUSED = 'security_passkey_refused'
const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
const toldOf = async (userId: string) =>
  (await db.asSystem((tx) => tx.select().from(auditLog).where(eq(auditLog.subjectId, userId)))).map(
    ({ action, result }) => [action, result],
  )

describe('a new passkey', () => {
  it('is kept with its public key and the device that made it, told, and shown without its key', async () => {
    const anna = await aStaff('coordinator')
    const passkey = await aPasskeyOf(anna, 'Firefox, Linux')
    const [row] = await db.asSystem((tx) =>
      tx.select().from(passkeys).where(eq(passkeys.userId, anna.userId)),
    )
    expect(row).toMatchObject({ id: passkey.id, device: 'Firefox, Linux', counter: 0, lastUsedAt: null })
    const [shown] = await withActor(anna, myPasskeys)
    expect(Object.keys(shown ?? {}).sort()).toEqual(['createdAt', 'device', 'id', 'lastUsedAt'])
    expect(await toldOf(anna.userId)).toEqual([['account.passkey_added', 'ok']])
  })

  it('is asked for with finger, face or number, and not of a device that has one', async () => {
    const anna = await aStaff()
    const passkey = await aPasskeyOf(anna)
    const options = await withActor(anna, (tx) => registrationOptions(tx, anna.userId))
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: passkey.id }],
    })
  })

  it.each([
    ['of another site', { origin: 'https://passaparola.evil.example' }],
    ['of our host on another port', { origin: 'http://localhost:3001' }],
    ['made for another site', { rpId: 'evil.example' }],
    ['that asked its holder for nothing', { userVerified: false }],
    ['that is a signature', { type: 'webauthn.get' }],
  ])('%s is refused', async (_, said) => {
    const anna = await aStaff()
    const answer = aPasskey().create(await newPasskeyChallenge(anna), said)
    expect(await outcome(withActor(anna, (tx) => addPasskey(tx, answer, '')))).toBe(REFUSED)
    expect(await withActor(anna, myPasskeys)).toEqual([])
  })

  it('is refused to a challenge of somebody else, of a sign-in, of five minutes ago, altered or used', async () => {
    const [anna, bruna] = [await aStaff(), await aStaff()]
    const add = (challenge: string) => {
      const answer = aPasskey().create(challenge)
      return outcome(withActor(anna, (tx) => addPasskey(tx, answer, '')))
    }
    const hers = await newPasskeyChallenge(anna)
    const altered = Buffer.from(hers, 'base64url')
      .toString()
      .replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'))
    for (const challenge of [
      await newPasskeyChallenge(bruna),
      await signInChallenge(),
      Buffer.from(altered).toString('base64url'),
      Buffer.from('x').toString('base64url'),
    ]) {
      expect(await add(challenge)).toBe(REFUSED)
    }
    const start = now()
    restore = setClock(() => new Date(start.getTime() + 5 * MINUTE + 1_000))
    expect(await add(hers)).toBe(REFUSED)
    restore()
    expect(await add(hers)).toBe('ok')
    expect(await add(hers)).toBe(REFUSED)
  })

  it('is refused where somebody has it already, and beyond ten', async () => {
    const [anna, bruna] = [await aStaff(), await aStaff()]
    const passkey = await aPasskeyOf(anna)
    const again = passkey.create(await newPasskeyChallenge(bruna))
    expect(await outcome(withActor(bruna, (tx) => addPasskey(tx, again, '')))).toBe(REFUSED)
    await times(9, () => aPasskeyOf(anna))
    await expect(aPasskeyOf(anna)).rejects.toMatchObject({ reason: 'security_passkey_many' })
  })
})

describe('signing in with a passkey', () => {
  it('opens a whole session of its holder, names no account before, and is told', async () => {
    const anna = await aStaff('admin')
    const passkey = await aPasskeyOf(anna)
    const options = await signInOptions()
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] })
    const { token, role, mark } = await signInWithPasskey(passkey.sign(options.challenge), aBrowser())
    expect([role, (await readSession(token)).actor]).toEqual(['admin', anna])
    expect((await readSession(token)).factorAt).not.toBeNull()
    expect(mark).toMatch(/^[\w-]+\.[\w-]+$/)
    expect((await withActor(anna, myPasskeys))[0]?.lastUsedAt).not.toBeNull()
    expect(await toldOf(anna.userId)).toContainEqual(['account.passkey_given', 'ok'])
  })

  it('is for a company’s contact too', async () => {
    const hr = await anHrContact()
    const passkey = await aPasskeyOf(hr)
    const { token } = await signInWithPasskey(passkey.sign(await signInChallenge()), aBrowser())
    expect((await readSession(token)).actor).toEqual(hr)
  })

  const attempt = async (passkey: ReturnType<typeof aPasskey>, said = {}, challenge?: string) =>
    outcome(signInWithPasskey(passkey.sign(challenge ?? (await signInChallenge()), said), aBrowser()))

  it.each([
    ['of another origin', { origin: 'https://passaparola.evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['without finger, face or number', { userVerified: false }],
    ['that says it makes a passkey', { type: 'webauthn.create' }],
  ])('is refused by an answer %s', async (_, said) => {
    const passkey = await aPasskeyOf(await aStaff())
    expect(await attempt(passkey, said)).toBe(REFUSED)
    expect(await attempt(passkey)).toBe('ok')
  })

  it('is refused where the number of signatures stands still or goes back: the passkey was copied', async () => {
    const anna = await aStaff()
    const passkey = await aPasskeyOf(anna)
    expect(await attempt(passkey, { counter: 7 })).toBe('ok')
    for (const counter of [7, 6, 0]) expect(await attempt(passkey, { counter })).toBe(REFUSED)
    expect(await attempt(passkey, { counter: 8 })).toBe('ok')
    const denied = (await toldOf(anna.userId)).filter(([, result]) => result === 'denied')
    expect(denied).toHaveLength(3)
  })

  it('takes an answer once, of two browsers that send it at once too', async () => {
    const passkey = await aPasskeyOf(await aStaff())
    const answer = passkey.sign(await signInChallenge())
    const both = [answer, answer].map((same) => outcome(signInWithPasskey(same, aBrowser())))
    expect((await Promise.all(both)).sort()).toEqual(['ok', REFUSED])
    expect(await outcome(signInWithPasskey(answer, aBrowser()))).toBe(REFUSED)
  })

  it('is refused by a challenge made to register or to confirm, and by one of five minutes ago', async () => {
    const anna = await aStaff()
    const passkey = await aPasskeyOf(anna)
    const confirming = asText(newChallenge({ purpose: 'confirm', userId: anna.userId }))
    for (const challenge of [confirming, await newPasskeyChallenge(anna)]) {
      expect(await attempt(passkey, {}, challenge)).toBe(REFUSED)
    }
    const old = await signInChallenge()
    const start = now()
    restore = setClock(() => new Date(start.getTime() + 5 * MINUTE))
    expect(await attempt(passkey, {}, old)).toBe(REFUSED)
  })

  it('is refused by a passkey nobody has, by another’s signature, and by one that was forgotten', async () => {
    const [anna, bruna] = [await aStaff(), await aStaff()]
    const [hers, other] = [await aPasskeyOf(anna), await aPasskeyOf(bruna)]
    expect(await attempt(aPasskey())).toBe(REFUSED)
    const forged = { ...other.sign(await signInChallenge()), id: hers.id, rawId: hers.id }
    expect(await outcome(signInWithPasskey(forged, aBrowser()))).toBe(REFUSED)
    await withActor(anna, (tx) => removePasskey(tx, hers.id))
    expect(await attempt(hers)).toBe(REFUSED)
    expect(await attempt(other)).toBe('ok')
  })

  it('is refused to an account that was shut', async () => {
    const anna = await aStaff()
    const passkey = await aPasskeyOf(anna)
    await changeAccount(anna, { active: false })
    expect(await attempt(passkey)).toBe(REFUSED)
  })

  it('is tried thirty times in a quarter of an hour from one address', async () => {
    const browser = aBrowser()
    const answer = aPasskey().sign(await signInChallenge())
    const answers = await times(31, () => outcome(signInWithPasskey(answer, browser)))
    expect(answers.slice(-2)).toEqual([REFUSED, 'account_too_many_tries'])
  })
})

describe('forgetting a passkey', () => {
  it('is for one’s own alone', async () => {
    const [anna, bruna] = [await aStaff('admin'), await aStaff()]
    const passkey = await aPasskeyOf(bruna)
    const taken = withActor(anna, (tx) => removePasskey(tx, passkey.id))
    await expect(taken).rejects.toMatchObject({ code: 'not_found' })
    expect(await withActor(anna, (tx) => tx.$count(passkeys))).toBe(0)
    await withActor(bruna, (tx) => removePasskey(tx, passkey.id))
    expect(await withActor(bruna, myPasskeys)).toEqual([])
    expect(await toldOf(bruna.userId)).toContainEqual(['account.passkey_removed', 'ok'])
  })
})

describe('confirming with a passkey', () => {
  it('takes one of one’s own, to a challenge that was made for it', async () => {
    const { actor } = await aStaffWithCredentials()
    const bruna = await aStaff()
    const [hers, other] = [await aPasskeyOf(actor), await aPasskeyOf(bruna)]
    expect(await withActor(actor, myFactors)).toEqual({ passkey: true, code: true })
    expect(await withActor(await anHrContact(), myFactors)).toEqual({ passkey: false, code: false })
    const { token } = await signInWithPasskey(hers.sign(await signInChallenge()), aBrowser())
    const { sessionId } = await readSession(token)
    const challenge = async () => (await withActor(actor, (tx) => confirmOptions(tx, actor.userId))).challenge
    const confirm = (passkey: ReturnType<typeof aPasskey>, asked: string) =>
      confirmFactor(actor, { passkey: passkey.sign(asked) }, aBrowser(sessionId))
    expect(await outcome(confirm(other, await challenge()))).toBe(REFUSED)
    expect(await outcome(confirm(hers, await signInChallenge()))).toBe(REFUSED)
    const next = await confirm(hers, await challenge())
    expect((await readSession(next)).actor).toEqual(actor)
    expect((await readSession(token)).actor.kind).toBe('anonymous')
  })
})
