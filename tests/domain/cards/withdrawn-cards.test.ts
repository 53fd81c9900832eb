import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId, now } from '#app/platform/clock.server.ts'
import { addDays, localDate } from '#app/domain/calendar/rome.ts'
import { setExclusionsSchema } from '#app/domain/candidates/set-exclusions.schema.server.ts'
import { setExclusions } from '#app/domain/candidates/set-exclusions.server.ts'
import { avoids } from '#app/domain/cards/avoided-work.server.ts'
import { addContact } from '#app/domain/companies/add-contact.server.ts'
import { editContact } from '#app/domain/companies/edit-contact.server.ts'
import { editOpening } from '#app/domain/openings/edit-opening.server.ts'
import { recordPlacement } from '#app/domain/placements/record-placement.server.ts'
import { readCard } from '#app/domain/proposals/read-card.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, CompanyId, ContactId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { openings } from '#db/schema/openings.ts'
import { cardAttributes, cards, placements } from '#db/schema/proposals.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { whenWhere } from '../openings/step-values.ts'

const db = useTestDatabase()
const CUNEO = '004078'

let anna: StaffActor
beforeAll(async () => {
  anna = await aStaff()
})

type Sent = { cardId: CardId; candidate: CandidateRef; hr: HrActor; openingId: OpeningId }

/** A live card of one of Anna's people at a company of its own. */
async function sent(candidate?: CandidateRef, card: Partial<typeof cards.$inferInsert> = {}): Promise<Sent> {
  const hr = await anHrContact()
  const openingId = await anOpening({ companyId: hr.companyId, tasks: 'Cucina' })
  const who = candidate ?? (await aCandidate({ orgId: anna.orgId }))
  const made = await aCard({ ...hr, openingId, proposedBy: anna.userId, candidate: who, card })
  await db.asSystem((tx) =>
    tx.insert(cardAttributes).values({ cardId: made.cardId, attribute: 'profession_group', value: '94' }),
  )
  return { ...made, hr, openingId }
}

const shownTo = ({ hr, cardId }: Sent) =>
  withActor(hr, async (tx) => (await readCard(tx, cardId)).attributes.length)

const stateOf = ({ cardId }: Sent) =>
  db.asSystem(async (tx) => (await tx.select().from(cards).where(eq(cards.id, cardId)))[0]?.state)

const companyOf = ({ hr }: Sent) =>
  db.asSystem(async (tx) => (await tx.select().from(companies).where(eq(companies.id, hr.companyId)))[0])

const aPersonAt = (companyId: CompanyId, name: string) =>
  db.asSystem((tx) =>
    tx.insert(contacts).values({ id: newId<ContactId>(), companyId, name, role: 'tutor', createdAt: now() }),
  )

describe('a card is withdrawn', () => {
  test('in the transaction that says where she must not be found: company, VAT id, person or town', async () => {
    for (const kind of ['company', 'vat', 'person', 'town'] as const) {
      const card = await sent()
      const elsewhere = await sent(card.candidate)
      const town = kind === 'town' ? CUNEO : '001272'
      await db.asSystem((tx) =>
        tx.update(openings).set({ placeCode: town }).where(eq(openings.id, card.openingId)),
      )
      const vat = (await companyOf(card))?.vatId
      await aPersonAt(card.hr.companyId, 'Élena Maria D’Angelo')
      const value = {
        company: { company: card.hr.companyId },
        vat: { vat },
        person: { person: "d'angelo ELENA" },
        town: { town },
      }[kind]
      expect(await shownTo(card)).toBe(1)
      await withActor(anna, (tx) =>
        setExclusions(tx, card.candidate, setExclusionsSchema.parse({ version: 1, ...value })),
      )
      expect([kind, await stateOf(card), await shownTo(card)]).toEqual([kind, 'withdrawn', 0])
      expect([kind, await stateOf(elsewhere)]).toEqual([kind, 'sent'])
      const told = await db.asSystem((tx) =>
        tx.select().from(outbox).where(eq(outbox.topic, 'card.withdrawn')),
      )
      expect(told.map(({ payload }) => payload)).toContainEqual({ cardId: card.cardId })
      const rows = await db.asSystem((tx) =>
        tx
          .select()
          .from(auditLog)
          .where(and(eq(auditLog.subjectId, card.cardId), eq(auditLog.action, 'card.withdrawn'))),
      )
      expect(rows.map(({ orgId }) => orgId)).toEqual([anna.orgId])
    }
  })

  test('when its opening moves to a town that she must avoid, and no other with it', async () => {
    const card = await sent()
    const other = await aCard({ ...card.hr, openingId: card.openingId, proposedBy: anna.userId })
    const { orgId, candidateId } = card.candidate
    await db.asSystem((tx) =>
      tx
        .insert(candidateExclusions)
        .values({ orgId, candidateId, kind: 'town', value: CUNEO, createdAt: new Date() }),
    )
    const values = { ...whenWhere.values, placeCode: CUNEO }
    await withActor(card.hr, (tx) => editOpening(tx, card.openingId, 1, { step: 3, values }))
    expect([await stateOf(card), await stateOf({ ...card, cardId: other.cardId })]).toEqual([
      'withdrawn',
      'sent',
    ])
  })

  test('when somebody whom she must avoid is written down at the company, under her name or another one', async () => {
    const card = await sent()
    const { orgId, candidateId } = card.candidate
    const input = setExclusionsSchema.parse({ version: 1, person: 'Bruno Neri' })
    await withActor(anna, (tx) => setExclusions(tx, { orgId, candidateId }, input))
    const someone = { role: 'other', locale: 'it' } as const
    const contactId = await withActor(anna, (tx) =>
      addContact(tx, card.hr.companyId, { ...someone, name: 'Ugo Verdi' }),
    )
    expect(await stateOf(card)).toBe('sent')
    const change = { ...someone, contactId, active: true }
    await withActor(anna, (tx) =>
      editContact(tx, card.hr.companyId, { ...change, version: 1, name: 'Neri Bruno' }),
    )
    expect(await stateOf(card)).toBe('withdrawn')
    const judged = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'opening.changed')),
    )
    expect(judged.map(({ payload }) => payload)).toContainEqual({ openingId: card.openingId })

    // Another name in the place of hers does not make the company another one.
    await withActor(anna, (tx) =>
      editContact(tx, card.hr.companyId, { ...change, version: 2, name: 'Ugo Verdi' }),
    )
    expect(await withActor(anna, (tx) => avoids(tx, card.candidate, card.openingId))).toBe(true)

    const another = await sent(card.candidate)
    await withActor(anna, (tx) =>
      addContact(tx, another.hr.companyId, { ...someone, name: 'Bruno Ugo Neri' }),
    )
    expect(await stateOf(another)).toBe('withdrawn')
  })

  test('when she begins elsewhere', async () => {
    const welcomed = await sent(undefined, {
      state: 'answered',
      answer: 'interested',
      answeredAt: new Date(),
    })
    const waiting = await sent(welcomed.candidate)
    const talked = await sent(welcomed.candidate, { state: 'answered', answer: 'talk' })
    const today = localDate(now())
    const ends = addDays(localDate(now()), 80)
    await withActor(anna, (tx) =>
      recordPlacement(tx, welcomed.cardId, { startsOn: today, endsOn: ends, fundingSource: 'gol' }),
    )
    expect([await stateOf(welcomed), await stateOf(waiting), await stateOf(talked)]).toEqual([
      'answered',
      'withdrawn',
      'withdrawn',
    ])
    expect(await shownTo(waiting)).toBe(0)
  })
})

test('nobody begins at a company that she must avoid', async () => {
  const card = await sent(undefined, { state: 'answered', answer: 'interested', answeredAt: new Date() })
  const { orgId, candidateId } = card.candidate
  const avoided = { orgId, candidateId, kind: 'company' as const, value: card.hr.companyId }
  await db.asSystem((tx) => tx.insert(candidateExclusions).values({ ...avoided, createdAt: new Date() }))
  const today = localDate(now())
  const begun = withActor(anna, (tx) =>
    recordPlacement(tx, card.cardId, { startsOn: today, endsOn: '2027-03-01', fundingSource: 'gol' }),
  )
  await expect(begun).rejects.toMatchObject({
    code: 'refused',
    reason: 'relationship_placement_not_proposable',
  })
  expect(await db.asSystem((tx) => tx.$count(placements, eq(placements.candidateId, candidateId)))).toBe(0)
})
