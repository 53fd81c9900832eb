import { createHmac, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { readInvitationLink, invitationLink } from '#app/domain/events/invitation-link.server.ts'
import type { ContactId, InvitationId } from '#app/domain/shared/ids.ts'
import { isSigned, sign } from '#app/platform/crypto.server.ts'
import { newId } from '#app/platform/clock.server.ts'

const PURPOSE = 'event-invitation'
const BODY = 'a body'

/** The key of the purpose, as the product derives it: whoever had it could still sign in one way alone. */
const key = Buffer.from(hkdfSync('sha256', process.env.APP_SECRET ?? '', 'passaparola', PURPOSE, 32))
const signedBy = (algorithm: string, encoding: 'base64url' | 'base64' | 'hex' = 'base64url'): string =>
  createHmac(algorithm, key).update(BODY).digest(encoding)

test('the key here is the product’s own', () => {
  expect(signedBy('sha256')).toBe(sign(PURPOSE, BODY))
  expect(isSigned(PURPOSE, BODY, signedBy('sha256'))).toBe(true)
})

test.each(['md5', 'sha1', 'sha224', 'sha384', 'sha512', 'sha3-256', 'sha512-256'])(
  'a signature by %s is none, though the key be right',
  (algorithm) => {
    expect(isSigned(PURPOSE, BODY, signedBy(algorithm))).toBe(false)
  },
)

test.each([
  ['no signature', ''],
  ['the word none', 'none'],
  ['another spelling', signedBy('sha256', 'hex')],
  ['padding', `${signedBy('sha256')}=`],
  ['its beginning', signedBy('sha256').slice(0, 20)],
])('%s is none', (_, signature) => {
  expect(isSigned(PURPOSE, BODY, signature)).toBe(false)
})

test('a link can’t say by itself how it is signed', () => {
  const ids = [newId<InvitationId>(), newId<ContactId>()] as const
  const token = invitationLink(...ids).replace('/evento/', '')
  expect(readInvitationLink(token)).toEqual({ invitationId: ids[0], contactId: ids[1] })
  const body = ids.join('.')
  const forged = createHmac('sha512', key).update(body).digest('base64url')
  for (const other of [`${body}.`, `${body}.none`, `${body}.${forged}`, `none.${token}`, `${token}.sha512`])
    expect(readInvitationLink(other)).toBeNull()
})
