import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import { saveNotes } from '#app/domain/candidates/save-notes.server.ts'
import { recordConsent } from '#app/domain/consent/record-consent.server.ts'
import { erasePerson } from '#app/domain/erasure/erase-person.server.ts'
import { readErasure } from '#app/domain/erasure/erasures.server.ts'
import { matchEngine } from '#app/domain/match-engine/choose-engine.server.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidateExclusions } from '#db/schema/candidates.ts'
import { cardAttributes, cards, disclosures, placements } from '#db/schema/proposals.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { tamper } from '#tests/support/tampering.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TOWN = '003106'

let anna: StaffActor
let hr: HrActor
let openingId: OpeningId
let person: CandidateRef
let cardId: CardId

beforeAll(async () => {
  anna = await aStaff()
  hr = await anHrContact()
  openingId = await anOpening({ companyId: hr.companyId })
})

/** Somebody with a row in every table that can have one of hers. */
async function somebody(): Promise<void> {
  person = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
  const { orgId, candidateId } = person
  const asked = { purpose: 'opening', subjectId: openingId, textShown: 'x', decision: 'given' } as const
  const how = { language: 'it', channel: 'phone', withMediator: false } as const
  await withActor(anna, async (tx) => {
    await saveNotes(tx, person, { version: 1, notes: 'Nota' })
    await recordConsent(tx, { orgId, candidateId, ...asked, ...how })
  })
  ;({ cardId } = await aCard({ ...hr, openingId, proposedBy: anna.userId, candidate: person }))
  const shown = { attribute: 'italian', value: 'basic' }
  await db.asSystem(async (tx) => {
    await tx.insert(cardAttributes).values({ cardId, ...shown })
    await tx.insert(disclosures).values({ orgId, candidateId, cardId, ...shown, k: 6, at: now() })
    await tx
      .insert(candidateExclusions)
      .values({ orgId, candidateId, kind: 'town', value: TOWN, createdAt: now() })
    const began = { id: newId<string>(), startsOn: '2026-01-07', createdAt: now() }
    const { companyId } = hr
    await tx
      .insert(placements)
      .values({ orgId, candidateId, companyId, ...began, kind: 'trial', state: 'completed' })
  })
}

/** Every table of every schema in which a text is found, as whoever may read all of it. */
async function tablesWith(text: string): Promise<string[]> {
  const found: string[] = []
  await tamper(db.urls().webUrl, async (superuser) => {
    const tables = await superuser<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`
    for (const { name } of tables) {
      const [row] = await superuser.unsafe(`select 1 from ${name} t where t::text like '%${text}%' limit 1`)
      if (row) found.push(name)
    }
  })
  return found
}

describe('erasing a person', () => {
  test('leaves nothing of her in any table but ids that lead nowhere', async () => {
    await somebody()
    expect(await tablesWith(person.candidateId)).toEqual(
      expect.arrayContaining([
        ...['public.candidates', 'public.candidate_keys', 'public.profiles', 'public.consents'],
        ...['public.proposals', 'public.disclosures', 'public.placements', 'public.candidate_exclusions'],
      ]),
    )
    await withActor(anna, (tx) => erasePerson(tx, person, 'asked'))
    expect(await tablesWith(person.code)).toEqual([])
    const left = await tablesWith(person.candidateId)
    // What tells the search server to forget her, and the worker what happened, holds her id and nothing else.
    expect(left.filter((table) => !['public.match_changes', 'public.outbox'].includes(table))).toEqual([
      'public.audit_log',
      'public.erasures',
    ])
    await expect(
      withActor(anna, (tx) => readCandidate(tx, person.orgId, person.candidateId)),
    ).rejects.toThrow('not_found')
  })

  test('withdraws what a company still reads, and it reads nothing more', async () => {
    await somebody()
    expect(await withActor(hr, (tx) => tx.$count(cardAttributes, sql`card_id = ${cardId}`))).toBe(1)
    await withActor(anna, (tx) => erasePerson(tx, person, 'asked'))
    const [card] = await db.asSystem((tx) =>
      tx
        .select()
        .from(cards)
        .where(sql`id = ${cardId}`),
    )
    expect(card?.state).toBe('withdrawn')
    expect(await db.asSystem((tx) => tx.$count(cardAttributes, sql`card_id = ${cardId}`))).toBe(0)
  })

  test('takes her out of the matches at once', async () => {
    await somebody()
    const matched = async () => {
      const { people } = await withActor(anna, async (tx) => {
        const [opening] = await loadMatchOpenings(tx, [openingId])
        return { people: opening ? (await matchEngine().match(tx, opening)).own : [] }
      })
      return people.map(({ candidateId }) => candidateId as string)
    }
    expect(await matched()).toContain(person.candidateId)
    await withActor(anna, (tx) => erasePerson(tx, person, 'asked'))
    expect(await matched()).not.toContain(person.candidateId)
  })

  test('leaves a certificate that names nobody, which nobody changes', async () => {
    await somebody()
    const id = await withActor(anna, (tx) => erasePerson(tx, person, 'asked'))
    const certificate = await withActor(anna, (tx) => readErasure(tx, anna.orgId, id))
    expect(certificate).toMatchObject({ why: 'asked', consents: 2, cards: 1, placements: 1 })
    expect(JSON.stringify(certificate)).not.toContain(person.candidateId)
    for (const statement of ['delete from erasures', `update erasures set why = 'retention'`])
      await expect(db.asSystem((tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
        cause: { code: '42501' },
      })
    const stranger = await aStaff()
    await expect(withActor(stranger, (tx) => readErasure(tx, stranger.orgId, id))).rejects.toThrow(
      'not_found',
    )
  })

  test('is for whoever follows her, and not while she is at work', async () => {
    await somebody()
    const colleague = await aStaff('case_manager', anna.orgId)
    const stranger = await aStaff()
    const by = (actor: StaffActor) => withActor(actor, (tx) => erasePerson(tx, person, 'asked'))
    await expect(by(colleague)).rejects.toThrow('forbidden')
    await expect(by(stranger)).rejects.toThrow('not_found')
    await db.asSystem((tx) => tx.update(placements).set({ state: 'active' }))
    await expect(by(anna)).rejects.toThrow('audit_erase_at_work')
    expect((await withActor(anna, (tx) => readCandidate(tx, person.orgId, person.candidateId))).notes).toBe(
      'Nota',
    )
  })
})
