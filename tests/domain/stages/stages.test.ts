import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { copyPerson } from '#app/domain/person-copy/copy-person.server.ts'
import { erasePerson } from '#app/domain/erasure/erase-person.server.ts'
import { nextOfCard } from '#app/domain/stages/next-of-card.server.ts'
import { callOffMeeting } from '#app/domain/stages/arrange-meeting.server.ts'
import { endExpiredContracts } from '#app/domain/stages/end-expired-contracts.server.ts'
import { contractState, openContract } from '#app/domain/stages/open-contract.server.ts'
import { readMeeting } from '#app/domain/stages/read-meeting.server.ts'
import { revokeContract } from '#app/domain/stages/send-contract.server.ts'
import { shownOfMe } from '#app/domain/visits/shown-of-me.server.ts'
import { withdrawRecognisable } from '#app/domain/proposals/withdraw-recognisable.server.ts'
import type { CandidateActor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now, setClock } from '#app/platform/clock.server.ts'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cards, disclosures } from '#db/schema/proposals.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { arrange, aWelcomedCard, inDays, meet, say, send, type Welcomed } from '#tests/support/met-person.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const ADDRESS = 'Via dei Tigli 12, 10100 Torino'

let anna: StaffActor
let one: Welcomed
beforeAll(async () => {
  anna = await aStaff()
})
beforeEach(async () => {
  one = await aWelcomedCard(anna)
})

const meetingRow = () =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(meetings).where(eq(meetings.cardId, one.cardId))
    return rows.find(({ endedAt }) => endedAt === null) ?? rows[0]
  })
const linkRow = () =>
  db.asSystem(async (tx) => {
    const rows = await tx.select().from(contractLinks).where(eq(contractLinks.cardId, one.cardId))
    return rows.find(({ endedAt }) => endedAt === null) ?? rows[0]
  })
const readBy = async (actor = one.link) => {
  const id = (await meetingRow())?.id ?? newId<string>()
  return withActor(actor, (tx) => readMeeting(tx, id))
}
const open = async (actor = one.link) => {
  const id = (await linkRow())?.id ?? newId<string>()
  return withActor(actor, (tx) => openContract(tx, id))
}
const left = async () => {
  const id = (await linkRow())?.id ?? newId<string>()
  return (await withActor(one.link, (tx) => contractState(tx, id)))?.opensLeft ?? 0
}
const topicsOf = () =>
  db.asSystem(async (tx) =>
    (await tx.select().from(outbox))
      .filter(({ payload }) => (payload as { cardId?: string }).cardId === one.cardId)
      .map(({ topic }) => topic),
  )
const auditOf = (action: string) =>
  db.asSystem(async (tx) =>
    (await tx.select().from(auditLog).where(eq(auditLog.subjectId, one.person.candidateId))).filter(
      (row) => row.action === action,
    ),
  )
const avoidTheCompany = () =>
  db.asSystem((tx) =>
    tx.insert(candidateExclusions).values({
      ...{ orgId: one.person.orgId, candidateId: one.person.candidateId, kind: 'company' },
      ...{ value: one.hr.companyId, createdAt: now() },
    }),
  )
const agree = () => say(one, 'company', one.hr.companyId)

describe('a meeting', () => {
  test('is arranged after the company’s interest and her yes to that company under that name', async () => {
    await expect(arrange(one)).rejects.toThrow('stages_no_consent')
    await agree()
    await db.asSystem((tx) => tx.update(cards).set({ answer: 'talk' }).where(eq(cards.id, one.cardId)))
    await expect(arrange(one)).rejects.toThrow('stages_not_interested')
    await db.asSystem((tx) => tx.update(cards).set({ answer: 'interested' }).where(eq(cards.id, one.cardId)))
    await expect(arrange(one, { ...inDays(3), name: 'alias' } as never)).rejects.toThrow(
      'stages_form_unknown',
    )
    await expect(arrange(one, inDays(-1))).rejects.toThrow('stages_day_past')
    await expect(arrange(one, inDays(90))).rejects.toThrow('stages_day_far')
    await arrange(one)
    expect(await meetingRow()).toMatchObject({ nameShown: 'first_name', checkedBy: anna.userId })
    expect(await auditOf('meeting.safety_checked')).toHaveLength(1)
    expect(await topicsOf()).toEqual(['meeting.arranged'])
  })

  test('is for her own organisation alone to arrange, and never where she is not safe', async () => {
    await agree()
    const stranger = await aStaff()
    await expect(arrange({ ...one, by: stranger })).rejects.toThrow('not_found')
    await avoidTheCompany()
    await expect(arrange(one)).rejects.toThrow('stages_not_proposable')
  })

  test('shows the company her name, the moment, the place and a first name, each reading in the audit', async () => {
    await agree()
    await arrange(one)
    const read = await readBy()
    expect(Object.keys(read ?? {}).sort()).toEqual(['contact', 'name', 'openingTitle', 'place', 'startsAt'])
    expect(read).toMatchObject({ name: 'Amina', place: 'at_company', contact: anna.name.split(' ')[0] })
    const [entry] = await auditOf('meeting.read')
    expect([entry?.orgId, entry?.actorRole]).toEqual([anna.orgId, 'link'])
    expect((await meetingRow())?.openedAt).not.toBeNull()
    const other = await aWelcomedCard(anna)
    expect(await readBy(other.link)).toBeNull()
  })

  test('is moved by arranging it again, and is over when called off', async () => {
    await agree()
    await arrange(one)
    const first = await meetingRow()
    await arrange(one, inDays(5))
    expect((await meetingRow())?.id).not.toBe(first?.id)
    await withActor(anna, (tx) => callOffMeeting(tx, one.cardId))
    expect(await readBy()).toBeNull()
    expect(await topicsOf()).toEqual(['meeting.arranged', 'meeting.arranged', 'meeting.called_off'])
    expect(await withActor(one.link, nextOfCard)).toEqual({ meeting: null, contract: null })
  })

  test('ends, with all that rests on it, at the commit of a no at any stage', async () => {
    for (const [purpose, subject] of [
      ['company', one.hr.companyId],
      ['opening', one.openingId],
      ['matching', null],
    ] as const) {
      one = await aWelcomedCard(anna)
      await meet(one)
      await say(one, 'contract', one.hr.companyId)
      await send(one)
      expect([purpose, (await readBy())?.name, await left()]).toEqual([purpose, 'Amina', 3])
      const about = purpose === 'company' ? one.hr.companyId : purpose === 'opening' ? one.openingId : subject
      await say(one, purpose, about, 'withdrawn')
      expect([purpose, await readBy(), await left()]).toEqual([purpose, null, 0])
      await expect(open()).rejects.toThrow('stages_over')
    }
  })

  test('keeps k from withdrawing the card of somebody whom the company is to meet by name', async () => {
    await agree()
    await arrange(one)
    const { orgId, candidateId } = one.person
    await db.asSystem((tx) =>
      tx.insert(disclosures).values({
        ...{ orgId, candidateId, cardId: one.cardId, attribute: 'profession' },
        ...{ value: 'isco-7212-welder', k: 5, at: now() },
      }),
    )
    const again = () => db.asSystem((tx) => withdrawRecognisable(tx, one.hr.companyId))
    expect(await again()).toEqual([])
    await withActor(anna, (tx) => callOffMeeting(tx, one.cardId))
    expect(await again()).toEqual([one.cardId])
  })

  test('is read no more once the company is not verified or must be avoided', async () => {
    await agree()
    await arrange(one)
    await db.asSystem((tx) =>
      tx.update(companies).set({ verification: 'pending' }).where(eq(companies.id, one.hr.companyId)),
    )
    expect(await readBy()).toBeNull()
    await db.asSystem((tx) =>
      tx.update(companies).set({ verification: 'verified' }).where(eq(companies.id, one.hr.companyId)),
    )
    expect((await readBy())?.name).toBe('Amina')
    await avoidTheCompany()
    expect(await readBy()).toBeNull()
  })
})

describe('what a contract needs', () => {
  const all = {
    fields: ['tax_code', 'permit_until', 'address'] as const,
    taxCode: 'CODE-OF-NOBODY',
    address: ADDRESS,
  }
  const sendAll = () => send(one, { ...all, fields: [...all.fields] })
  beforeEach(async () => {
    await meet(one)
    await say(one, 'contract', one.hr.companyId)
  })

  test('goes after a meeting, by a yes of its own, and only what her file has', async () => {
    const early = await aWelcomedCard(anna)
    await expect(send(early)).rejects.toThrow('stages_no_meeting')
    await say(early, 'company', early.hr.companyId)
    await arrange(early)
    await expect(send(early)).rejects.toThrow('stages_meeting_ahead')
    const silent = await aWelcomedCard(anna)
    await meet(silent)
    await expect(send(silent)).rejects.toThrow('stages_no_consent')
    await expect(send(one, { fields: ['birth_date'] })).rejects.toThrow('stages_fact_missing')
    await send(one)
    expect((await open()).facts).toEqual([{ field: 'full_name', value: 'Amina Quercianova' }])
  })

  test('opens three times, counted on a press, and of presses at one moment none too many', async () => {
    await sendAll()
    expect(await left()).toBe(3)
    expect(await left()).toBe(3)
    const presses = await Promise.allSettled([open(), open(), open(), open(), open()])
    const opened = presses.flatMap((press) => (press.status === 'fulfilled' ? [press.value] : []))
    expect(opened).toHaveLength(3)
    expect(opened[0]?.facts).toEqual([
      { field: 'full_name', value: 'Amina Quercianova' },
      { field: 'tax_code', value: all.taxCode },
      { field: 'permit_until', value: '2027-05-31' },
      { field: 'address', value: ADDRESS },
    ])
    expect(await left()).toBe(0)
    expect(await auditOf('contract.opened')).toHaveLength(3)
    expect(await linkRow()).toMatchObject({ opens: 3, endedWhy: 'opened', taxCode: null, address: null })
  })

  test('is sealed with her key while it waits, and no row of it is a company’s to read', async () => {
    await sendAll()
    const { taxCode, address } = (await linkRow()) ?? {}
    expect(taxCode?.toString('latin1')).not.toContain('CODE-OF')
    expect(address?.toString('latin1')).not.toContain('Tigli')
    for (const table of [contractLinks, meetings]) {
      expect(await withActor(await aStaff(), (tx) => tx.$count(table))).toBe(0)
      // The companies' side has no grant on them, before any policy is asked.
      for (const actor of [one.link, one.hr, await anHrContact()])
        await expect(withActor(actor, (tx) => tx.$count(table))).rejects.toMatchObject({
          cause: { code: '42501' },
        })
    }
    const other = await aWelcomedCard(anna)
    await expect(open(other.link)).rejects.toThrow('stages_over')
  })

  test('ends after seven days, when it is closed, and when she says no to it alone', async () => {
    await sendAll()
    const restore = setClock(() => new Date(Date.now() + 7 * DAY))
    try {
      await expect(open()).rejects.toThrow('stages_over')
      await db.asSystem(endExpiredContracts)
    } finally {
      restore()
    }
    expect(await linkRow()).toMatchObject({ endedWhy: 'expired', taxCode: null, address: null })
    await sendAll()
    await withActor(anna, (tx) => revokeContract(tx, one.cardId))
    await expect(open()).rejects.toThrow('stages_over')
    await sendAll()
    await say(one, 'contract', one.hr.companyId, 'withdrawn')
    await expect(open()).rejects.toThrow('stages_over')
    // Her yes to the meeting is another one.
    expect((await readBy())?.name).toBe('Amina')
    const values = await db.asSystem((tx) =>
      tx
        .select({ tax: contractLinks.taxCode })
        .from(contractLinks)
        .where(eq(contractLinks.cardId, one.cardId)),
    )
    expect(values).toEqual([{ tax: null }, { tax: null }, { tax: null }])
  })

  test('is in what she is shown and in the copy of her data, and gone with her', async () => {
    await sendAll()
    await open()
    const { orgId, candidateId } = one.person
    const herself: CandidateActor = { kind: 'candidate', visitId: newId<string>(), orgId, candidateId }
    const [card] = await withActor(herself, shownOfMe)
    expect(card?.meetings).toMatchObject([{ nameShown: 'first_name' }])
    expect(card?.contracts).toMatchObject([{ opens: 1, fields: ['full_name', ...all.fields] }])
    const copy = await withActor(anna, (tx) => copyPerson(tx, one.person, 'access'))
    expect(copy.meetings).toMatchObject([{ place: 'at_company' }])
    expect(copy.contracts).toMatchObject([{ taxCode: all.taxCode, address: ADDRESS, opens: 1 }])
    expect(copy.accesses.map(({ action }) => action)).toContain('contract.opened')
    await withActor(anna, (tx) => erasePerson(tx, one.person, 'asked'))
    expect([await meetingRow(), await linkRow()]).toEqual([undefined, undefined])
  })
})
