import { spawn } from 'node:child_process'
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { once } from 'node:events'
import { and, eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSeed } from '#app/domain/accounts/totp.server.ts'
import { listCandidates } from '#app/domain/candidates/list-candidates.server.ts'
import { personKey } from '#app/domain/candidates/person-key.server.ts'
import { surnameSearch } from '#app/domain/candidates/surname-index.server.ts'
import { cardLink, readCardLink } from '#app/domain/proposals/card-link.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, ContactId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { candidateKeys, candidates } from '#db/schema/candidates.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { aStaffWithCredentials } from '#tests/support/factories/credentials.ts'
import { tamper } from '#tests/support/tampering.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { until } from './until.ts'

const before = { key: process.env.MASTER_KEY ?? '', secret: process.env.APP_SECRET ?? '' }
const after = {
  key: createHash('sha256').update('the next master key').digest('base64'),
  secret: 'the-next-secret-only-for-tests-only-for-tests',
}
// This process serves on with the keys of before and opens what the next ones close: the first step of docs/keys.md.
process.env.MASTER_KEY_OLD = after.key
process.env.APP_SECRET_OLD = after.secret

const db = useTestDatabase()

/** More than the rows of one transaction. */
const PEOPLE = 120
const FIRST_PAGE = 100
let anna: StaffActor
let seed: string
const people: CandidateRef[] = []

beforeAll(async () => {
  ;({ actor: anna, seed } = await aStaffWithCredentials())
  while (people.length < PEOPLE) {
    const ten = Array.from({ length: 10 }, (_, at) =>
      aCandidate({ orgId: anna.orgId, lastName: `Cognome ${people.length + at}` }),
    )
    people.push(...(await Promise.all(ten)))
  }
})

function rotate(keys = { ...after, former: before }) {
  const child = spawn(process.execPath, ['scripts/launch.mjs', 'workers/rotate-keys.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: db.urls().webUrl,
      MASTER_KEY: keys.key,
      APP_SECRET: keys.secret,
      MASTER_KEY_OLD: keys.former.key,
      APP_SECRET_OLD: keys.former.secret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, output }))
  return { child, ended }
}

const idOf = (key: string) =>
  createHash('sha256').update('passaparola key').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 16)
const under = (key: string) =>
  db.asSystem((tx) =>
    tx.$count(
      candidateKeys,
      sql`encode(substring(${candidateKeys.wrappedKey} from 2 for 8), 'hex') = ${idOf(key)}`,
    ),
  )

/** Everybody's surname as it opens now. */
const surnames = () =>
  db.asSystem(async (tx) => {
    const rows = await tx
      .select({ id: candidates.id, lastName: candidates.lastName })
      .from(candidates)
      .where(eq(candidates.orgId, anna.orgId))
    const sealed = new Map(rows.map(({ id, lastName }) => [id, lastName]))
    const opened: string[] = []
    for (const { orgId, candidateId } of people) {
      const key = await personKey(tx, { orgId, candidateId })
      opened.push(key.open('last_name', sealed.get(candidateId) ?? Buffer.alloc(0)))
    }
    return opened
  })
const everybody = Array.from({ length: PEOPLE }, (_, at) => `Cognome ${at}`)

describe('the change of keys', { timeout: 60_000 }, () => {
  it('that is killed has lost nothing, and everybody is read meanwhile', async () => {
    expect([await under(before.key), await under(after.key)]).toEqual([PEOPLE, 0])
    const other = postgres(db.urls().ownerUrl, { max: 1 })
    const last = people.map(({ candidateId }) => candidateId).toSorted()[PEOPLE - 1] ?? ''
    const killed = await other.begin(async (held) => {
      await held`select set_config('app.role', 'system', true)`
      await held`select 1 from candidate_keys where candidate_id = ${last} for update`
      const { child, ended } = rotate()
      await until('a page is done', async () => (await under(after.key)) === FIRST_PAGE, 30_000)
      expect(await surnames()).toEqual(everybody)
      child.kill('SIGKILL')
      return ended
    })
    await other.end()
    expect(killed).toEqual({ code: null, output: '' })
    expect([await under(before.key), await under(after.key)]).toEqual([PEOPLE - FIRST_PAGE, FIRST_PAGE])
    expect(await surnames()).toEqual(everybody)
  })

  it('goes on where it was, and ends with nothing under a former key', async () => {
    const { ended } = rotate()
    const reading = [await surnames(), await surnames(), await surnames()]
    const { code, output } = await ended
    expect(reading).toEqual([everybody, everybody, everybody])
    expect(output.split('\n')).toEqual([
      `keys of persons: ${PEOPLE - FIRST_PAGE} moved to ${idOf(after.key)}, 0 left under another`,
      expect.stringMatching(`^indexes of surnames: ${PEOPLE} moved to [0-9a-f]{16}, 0 left under another$`),
      expect.stringMatching('^seeds of one-time codes: 1 moved to [0-9a-f]{16}, 0 left under another$'),
      'done: nothing is left under a former key',
      '',
    ])
    expect(code).toBe(0)
    expect([await under(before.key), await under(after.key)]).toEqual([0, PEOPLE])
  })

  it('leaves everybody readable, found by surname and signed in by the same telephone', async () => {
    expect(await surnames()).toEqual(everybody)
    const found = await withActor(anna, (tx) =>
      listCandidates(tx, anna.orgId, { surnameIndex: surnameSearch('cognome  42') }, 1),
    )
    expect(found.people.map(({ candidateId }) => candidateId)).toEqual([people[42]?.candidateId])
    const [user] = await db.asSystem((tx) => tx.select().from(users).where(eq(users.id, anna.userId)))
    expect(openSeed(anna.userId, user?.totpSecret ?? Buffer.alloc(0))).toBe(seed)
    const written = eq(auditLog.action, 'keys.rotated')
    expect(await db.asSystem((tx) => tx.$count(auditLog, and(written, eq(auditLog.result, 'ok'))))).toBe(1)
  })

  it('done again finds nothing to do', async () => {
    const { code, output } = await rotate().ended
    expect(code).toBe(0)
    expect(output.match(/: 0 moved to/g)).toHaveLength(3)
  })

  it('is not called done while a row can’t be opened, and moves all others', async () => {
    const [lost] = people
    const stray = Buffer.alloc(70, 7)
    await tamper(
      db.urls().webUrl,
      (superuser) =>
        superuser`update candidate_keys set wrapped_key = ${stray} where candidate_id = ${lost?.candidateId ?? ''}`,
    )
    const { code, output } = await rotate({ ...before, former: after }).ended
    expect(code).toBe(1)
    expect(output).toContain(`${PEOPLE - 1} moved to ${idOf(before.key)}, 1 left under another\n`)
    // Her key, and with it the surname that can't be read.
    expect(output).toContain('not done: 2 rows are left')
    expect(output).not.toContain('done: nothing')
  })
})

describe('a link signed with the other secret', () => {
  const [, , token = ''] = cardLink(newId<CardId>(), newId<ContactId>(), now()).split('/')
  const [body = ''] = token.split('.')
  const signedWith = (secret: string) => {
    const key = Buffer.from(hkdfSync('sha256', secret, 'passaparola', 'card-link', 32))
    return `${body}.${createHmac('sha256', key).update(body).digest('base64url')}`
  }

  it('opens, and one signed with a third does not', () => {
    expect(signedWith(before.secret)).toBe(token)
    expect(readCardLink(signedWith(after.secret), now())?.expired).toBe(false)
    expect(readCardLink(signedWith(`${after.secret}!`), now())).toBeNull()
  })
})
