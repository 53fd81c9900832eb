import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { liveCards, withdrawLive } from '#app/domain/cards/live-cards.server.ts'
import { correctPerson } from '#app/domain/candidates/correct-person.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { withdrawRecognisable } from '#app/domain/proposals/withdraw-recognisable.server.ts'
import { closeDoors } from '#app/domain/restores/close-doors.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { callOffMeeting } from '#app/domain/stages/arrange-meeting.server.ts'
import type { ContractForm } from '#app/domain/stages/send-contract.schema.server.ts'
import { readMeeting } from '#app/domain/stages/read-meeting.server.ts'
import { now, setClock } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { meetingWording } from '#app/web/stages/wordings.server.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cards, disclosures } from '#db/schema/proposals.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { arrange, aWelcomedCard, inDays, meet, say, send, type Welcomed } from '#tests/support/met-person.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { hourlyTurn } from '#workers/hourly.ts'

const db = useTestDatabase()
const ALL: Partial<ContractForm> = {
  ...{ fields: ['tax_code', 'address'], taxCode: 'CODE-OF-NOBODY', address: 'Via dei Tigli 12' },
}

let anna: StaffActor
let one: Welcomed
beforeAll(async () => {
  anna = await aStaff()
})
beforeEach(async () => {
  one = await aWelcomedCard(anna)
})

/** Why its meetings and contracts ended, null for what stands. */
const endsOf = ({ cardId }: Welcomed) =>
  db.asSystem(async (tx) => ({
    meetings: (await tx.select().from(meetings).where(eq(meetings.cardId, cardId))).map(
      ({ endedWhy }) => endedWhy,
    ),
    contracts: (await tx.select().from(contractLinks).where(eq(contractLinks.cardId, cardId))).map(
      ({ endedWhy, taxCode }) => (taxCode ? endedWhy : `${String(endedWhy)}, nothing kept`),
    ),
  }))
const auditOf = ({ person }: Welcomed, action: string) =>
  db.asSystem((tx) => tx.$count(auditLog, sql`subject_id = ${person.candidateId} and action = ${action}`))
const calledOff = ({ cardId }: Welcomed) =>
  db.asSystem((tx) =>
    tx.$count(outbox, sql`topic = 'meeting.called_off' and payload ->> 'cardId' = ${cardId}`),
  )
const aContract = async () => {
  await meet(one)
  await say(one, 'contract', one.hr.companyId)
  await send(one, ALL)
}

describe('a yes to other words', () => {
  test('to a contract ends its link and leaves the meeting', async () => {
    await aContract()
    await say(one, 'contract', one.hr.companyId, 'given')
    expect(await endsOf(one)).toEqual({ meetings: [null], contracts: [null] })
    await say(one, 'contract', one.hr.companyId, 'given', 'solo il nome')
    expect(await endsOf(one)).toEqual({ meetings: [null], contracts: ['consent, nothing kept'] })
  })

  test('to that company ends the meeting and the contract with it, and tells a company that waits', async () => {
    await aContract()
    await say(one, 'company', one.hr.companyId, 'given', 'con il nome scelto')
    expect(await endsOf(one)).toEqual({ meetings: ['consent'], contracts: ['consent, nothing kept'] })
    const other = await aWelcomedCard(anna)
    await say(other, 'company', other.hr.companyId)
    await arrange(other)
    await say(other, 'company', other.hr.companyId, 'given', 'con il nome scelto')
    expect(await calledOff(other)).toBe(1)
  })

  test('for another opening of that company leaves what stands, and so do the same words in another language', async () => {
    await aContract()
    const another = await aWelcomedCard(anna)
    await say({ ...one, cardId: another.cardId }, 'company', one.hr.companyId, 'given', 'per un altro posto')
    await withActor(anna, (tx) =>
      recordConsent(tx, {
        ...{ ...one.person, purpose: 'company', subjectId: one.hr.companyId, decision: 'given' },
        ...{ textShown: 'read together', language: 'en', channel: 'in_person', withMediator: false },
        about: { cardId: one.cardId, sameWords: ['per un altro posto', 'read together'].map(sha256) },
      }),
    )
    expect(await endsOf(one)).toEqual({ meetings: [null], contracts: [null] })
  })

  test('heard anywhere but on a card’s page ends whatever stands at that company', async () => {
    await aContract()
    await withActor(anna, (tx) =>
      recordConsent(tx, {
        ...{ ...one.person, purpose: 'company', subjectId: one.hr.companyId, decision: 'given' },
        ...{ textShown: 'altre parole', language: 'it', channel: 'in_person', withMediator: false },
      }),
    )
    expect(await endsOf(one)).toEqual({ meetings: ['consent'], contracts: ['consent, nothing kept'] })
  })

  test('does not touch what stands with another company', async () => {
    await aContract()
    const elsewhere = await aWelcomedCard(anna)
    await say({ ...elsewhere, person: one.person }, 'company', elsewhere.hr.companyId)
    await say({ ...elsewhere, person: one.person }, 'company', elsewhere.hr.companyId, 'given', 'altro')
    expect(await endsOf(one)).toEqual({ meetings: [null], contracts: [null] })
  })
})

test('a company reads the name that she agreed to, whatever her file says since', async () => {
  await say(one, 'company', one.hr.companyId)
  await arrange(one)
  await withActor(anna, (tx) =>
    correctPerson(tx, one.person, { version: 1, firstName: 'Nomevero', lastName: 'Altrimenti' }),
  )
  const [row] = await db.asSystem((tx) => tx.select().from(meetings).where(eq(meetings.cardId, one.cardId)))
  expect(await withActor(one.link, (tx) => readMeeting(tx, row?.id ?? ''))).toMatchObject({ name: 'Amina' })
  await withActor(anna, (tx) => callOffMeeting(tx, one.cardId))
  const [ended] = await db.asSystem((tx) => tx.select().from(meetings).where(eq(meetings.cardId, one.cardId)))
  expect([row?.nameTold === null, ended?.nameTold]).toEqual([false, null])
})

test('a company reads no name that was taken back, and none is kept once its page is closed', async () => {
  const names = { firstName: 'Amina', lastName: 'Quercianova' }
  await withActor(anna, (tx) => correctPerson(tx, one.person, { version: 1, ...names, alias: 'Amy' }))
  await say(one, 'company', one.hr.companyId)
  await arrange(one, { ...inDays(3), name: 'alias' })
  const row = () =>
    db.asSystem((tx) =>
      tx
        .select()
        .from(meetings)
        .where(eq(meetings.cardId, one.cardId))
        .then(([it]) => it),
    )
  const id = (await row())?.id ?? ''
  const reads = () => withActor(one.link, (tx) => readMeeting(tx, id))
  expect(await reads()).toMatchObject({ name: 'Amy' })
  await withActor(anna, (tx) => correctPerson(tx, one.person, { version: 2, ...names }))
  expect(await reads()).toBeNull()
  expect((await row())?.nameTold).not.toBeNull()
  const restore = setClock(() => new Date(Date.now() + 18 * DAY))
  try {
    await db.asOtherLogin(hourlyTurn)
  } finally {
    restore()
  }
  expect(await row()).toMatchObject({ nameTold: null, endedAt: null })
})

test('the words of a meeting deny nothing that its page tells: the contact by first name', () => {
  const words = meetingWording({ company: 'A', opening: 'B', name: 'C' }).join(' ')
  expect(words).toContain('né il cognome di chi ti segue')
  expect(words).toContain('or the surname of who supports you')
})

test('a restore ends every meeting and contract, keeps no tax code, and writes to no company', async () => {
  await aContract()
  const ahead = await aWelcomedCard(anna)
  await say(ahead, 'company', ahead.hr.companyId)
  await arrange(ahead)
  expect(await db.asSystem(closeDoors)).toBeGreaterThanOrEqual(2)
  expect(await endsOf(one)).toEqual({ meetings: ['restored'], contracts: ['restored, nothing kept'] })
  expect(await endsOf(ahead)).toEqual({ meetings: ['restored'], contracts: [] })
  expect([await auditOf(one, 'contract.ended'), await calledOff(ahead)]).toEqual([1, 0])
})

test('k counts again once the page of a meeting closed unread, and not for whom the company read of', async () => {
  const [read, unread] = [one, await aWelcomedCard(anna)]
  for (const met of [read, unread]) {
    await say(met, 'company', met.hr.companyId)
    await arrange(met)
    const { orgId, candidateId } = met.person
    await db.asSystem((tx) =>
      tx.insert(disclosures).values({
        ...{ orgId, candidateId, cardId: met.cardId, attribute: 'profession' },
        ...{ value: 'isco-7212-welder', k: 5, at: now() },
      }),
    )
  }
  const [row] = await db.asSystem((tx) => tx.select().from(meetings).where(eq(meetings.cardId, read.cardId)))
  expect(await withActor(read.link, (tx) => readMeeting(tx, row?.id ?? ''))).not.toBeNull()
  const again = ({ hr }: Welcomed) => db.asSystem((tx) => withdrawRecognisable(tx, hr.companyId))
  expect([await again(read), await again(unread)]).toEqual([[], []])
  const restore = setClock(() => new Date(Date.now() + 18 * DAY))
  try {
    expect([await again(read), await again(unread)]).toEqual([[], [unread.cardId]])
  } finally {
    restore()
  }
})

test('k is not counted for whom a contract told the name of, though the meeting’s page closed unread', async () => {
  await aContract()
  const { orgId, candidateId } = one.person
  await db.asSystem((tx) =>
    tx.insert(disclosures).values({
      ...{ orgId, candidateId, cardId: one.cardId, attribute: 'profession' },
      ...{ value: 'isco-7212-welder', k: 5, at: now() },
    }),
  )
  const restore = setClock(() => new Date(Date.now() + 18 * DAY))
  try {
    expect(await db.asSystem((tx) => withdrawRecognisable(tx, one.hr.companyId))).toEqual([])
  } finally {
    restore()
  }
})

test('a meeting is never left on a card that is taken back at that moment', async () => {
  await say(one, 'company', one.hr.companyId)
  const { outcome } = await db.asSystem(async (tx) => {
    await withdrawLive(tx, await liveCards(tx, eq(cards.id, one.cardId)))
    const arranging = { over: false }
    const outcome = arrange(one)
      .then(() => 'arranged', String)
      .finally(() => (arranging.over = true))
    // It has come to its end, or to the card that this transaction holds.
    for (let waits = false; !arranging.over && !waits;) {
      const [row] = await tx.execute<{ waits: boolean }>(sql`select exists (
        select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`)
      waits = row?.waits ?? false
    }
    return { outcome }
  })
  expect(await outcome).toContain('stages_not_interested')
  expect(await endsOf(one)).toEqual({ meetings: [], contracts: [] })
})

test('an expired link is ended within the hour, in the audit of her organisation', async () => {
  await aContract()
  const restore = setClock(() => new Date(Date.now() + 7 * DAY + HOUR))
  try {
    expect(await db.asOtherLogin(hourlyTurn)).toBe(HOUR)
    await db.asOtherLogin(hourlyTurn)
  } finally {
    restore()
  }
  expect(await endsOf(one)).toEqual({ meetings: [null], contracts: ['expired, nothing kept'] })
  expect(await auditOf(one, 'contract.ended')).toBe(1)
})
