import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { proposeCandidate } from '#app/domain/proposals/propose-candidate.server.ts'
import { seenCard } from '#app/domain/proposals/seen-card.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import type { CardAttribute } from '#app/domain/disclosure/card-attributes.ts'
import { previewCard } from '#app/domain/proposals/preview-card.server.ts'
import { readCard } from '#app/domain/proposals/read-card.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CompanyId, OpeningId, OrganisationId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { candidateExclusions, profiles } from '#db/schema/candidates.ts'
import { companies, contacts } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { outbox } from '#db/schema/operations.ts'
import { cardAttributes, cards, disclosures, proposals } from '#db/schema/proposals.ts'
import { aCompany, anHrContact, anOrganisation, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { consentTo, look, WORDS, propose as proposeAs, sendSeen } from '#tests/support/propose.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const alike = { professionCode: 'isco-9412-kitchen-helper', slots: ['morning'], licences: [], province: 'TO' }

/** A network with 24 people alike of two organisations, and a case manager of the first. */
let caseManager: StaffActor
let colleague: StaffActor
let person: CandidateRef

const newOpening = async (values: Parameters<typeof aCompany>[0] = {}): Promise<OpeningId> => {
  const { companyId } = await anHrContact(await aCompany(values))
  return anOpening({ companyId })
}

const propose = (openingId: OpeningId, who: CandidateRef = person, actor: Actor = caseManager) =>
  proposeAs(actor, who, openingId)

beforeAll(async () => {
  caseManager = await aStaff('case_manager')
  colleague = await aStaff('case_manager', await anOrganisation())
  for (let count = 0; count < 12; count++) {
    await aCandidate({ orgId: caseManager.orgId, profile: alike })
    await aCandidate({ orgId: colleague.orgId, profile: alike })
  }
  person = await aCandidate({ orgId: caseManager.orgId, profile: alike })
})

describe('proposing a candidate', () => {
  it('sends the card that the preview showed, with its link, disclosures, audit and event', async () => {
    const openingId = await newOpening()
    await consentTo(caseManager, person, openingId)
    const preview = await withActor(caseManager, (tx) => previewCard(tx, { ...person, openingId }))
    const cardId = await propose(openingId)
    await db.asSystem(async (tx) => {
      const shown = await tx.select().from(cardAttributes).where(eq(cardAttributes.cardId, cardId))
      const plain = shown.map(({ attribute, value }) => ({ attribute, value }))
      expect(plain).toHaveLength(preview.card.length)
      expect(plain).toEqual(expect.arrayContaining(preview.card))
      expect(await tx.$count(disclosures, eq(disclosures.cardId, cardId))).toBe(preview.card.length)
      expect(await tx.$count(proposals, eq(proposals.cardId, cardId))).toBe(1)
      const events = await tx.select().from(outbox).where(eq(outbox.topic, 'card.sent'))
      expect(events.map(({ payload }) => payload)).toContainEqual({ cardId })
      const [card] = await tx.select().from(cards).where(eq(cards.id, cardId))
      expect(new Date(`${card?.week ?? ''}T00:00:00Z`).getUTCDay()).toBe(1)
    })
  })

  it('sends no other card than the one that was looked at, and that she said yes to', async () => {
    const openingId = await newOpening()
    const one = await aCandidate({ orgId: caseManager.orgId, profile: alike })
    await consentTo(caseManager, one, openingId)
    const seen = await withActor(caseManager, (tx) => look(tx, one, openingId))
    const changeHer = (slots: string[]) =>
      db.asSystem((tx) => tx.update(profiles).set({ slots }).where(eq(profiles.candidateId, one.candidateId)))
    await changeHer([])
    const sent = withActor(caseManager, (tx) => sendSeen(tx, one, openingId, seen))
    await expect(sent).rejects.toMatchObject({ code: 'stale', reason: 'proposals_card_changed' })
    expect(await db.asSystem((tx) => tx.$count(cards, eq(cards.openingId, openingId)))).toBe(0)
    await changeHer(alike.slots)
    const cardId = await withActor(caseManager, (tx) => sendSeen(tx, one, openingId, seen))
    const shown = await db.asSystem((tx) =>
      tx.select().from(cardAttributes).where(eq(cardAttributes.cardId, cardId)),
    )
    expect(seenCard(shown as CardAttribute[], sha256(WORDS))).toBe(seen)
  })

  it('does not rely on a yes to other words', async () => {
    const openingId = await newOpening()
    const one = await aCandidate({ orgId: caseManager.orgId, profile: alike })
    await consentTo(caseManager, one, openingId)
    const { orgId, candidateId } = one
    const seen = await withActor(caseManager, async (tx) => {
      const { card } = await previewCard(tx, { orgId, candidateId, openingId })
      return seenCard(card, sha256('altre parole'))
    })
    const sent = withActor(caseManager, (tx) =>
      proposeCandidate(tx, { orgId, candidateId, openingId, seen, wording: () => ['altre parole'] }),
    )
    await expect(sent).rejects.toMatchObject({ code: 'stale', reason: 'proposals_consent_outdated' })
  })

  it('asks for her yes for this very opening', async () => {
    const openingId = await newOpening()
    await expect(propose(openingId)).rejects.toMatchObject({ reason: 'proposals_refused_no_consent' })
    await consentTo(caseManager, person, openingId, 'refused')
    await expect(propose(openingId)).rejects.toMatchObject({ reason: 'proposals_refused_no_consent' })
    expect(await db.asSystem((tx) => tx.$count(proposals, eq(proposals.openingId, openingId)))).toBe(0)
  })

  it('never reaches a company that two coordinators have not verified', async () => {
    const openingId = await newOpening({ verification: 'pending' })
    await consentTo(caseManager, person, openingId)
    await expect(propose(openingId)).rejects.toMatchObject({
      reason: 'proposals_refused_company_not_verified',
    })
  })

  it('goes to whoever answers for hiring and reads our mails; where nobody does, it is not sent', async () => {
    const openingId = await newOpening()
    const preview = () =>
      withActor(caseManager, (tx) =>
        previewCard(tx, { orgId: person.orgId, candidateId: person.candidateId, openingId }),
      )
    const [{ companyId } = { companyId: '' }] = await db.asSystem((tx) =>
      tx.select().from(openings).where(eq(openings.id, openingId)),
    )
    const ofCompany = eq(contacts.companyId, companyId as CompanyId)
    const change = (values: Partial<typeof contacts.$inferInsert>) =>
      db.asSystem((tx) => tx.update(contacts).set(values).where(ofCompany))
    expect((await preview()).refusal).toBeNull()
    await change({ unsubscribedAt: new Date() })
    expect(await preview()).toMatchObject({ refusal: 'no_contact', contactId: null })
    const second = await anHrContact(companyId as CompanyId)
    expect(await preview()).toMatchObject({ refusal: null, contactId: second.contactId })
    await change({ unsubscribedAt: null, email: null })
    expect((await preview()).refusal).toBe('no_contact')
    await change({ email: 'officina@azienda.example', role: 'tutor' })
    expect((await preview()).refusal).toBe('no_contact')
  })

  it('says only "not proposable" where safety forbids it, and leaves no trace on the company side', async () => {
    const openingId = await newOpening({ placeCode: '004078' })
    const [company] = await db.asSystem((tx) =>
      tx.select().from(companies).where(eq(companies.placeCode, '004078')).limit(1),
    )
    for (const exclusion of [
      { kind: 'company' as const, value: company?.id ?? '' },
      { kind: 'vat' as const, value: company?.vatId ?? '' },
      { kind: 'town' as const, value: '001272' },
    ]) {
      const avoiding = await aCandidate({ orgId: caseManager.orgId, profile: alike })
      await consentTo(caseManager, avoiding, openingId)
      await db.asSystem((tx) =>
        tx.insert(candidateExclusions).values({
          orgId: avoiding.orgId,
          candidateId: avoiding.candidateId,
          ...exclusion,
          createdAt: new Date(),
        }),
      )
      await expect(propose(openingId, avoiding)).rejects.toMatchObject({
        reason: 'proposals_refused_not_proposable',
      })
    }
    expect(await db.asSystem((tx) => tx.$count(cards, eq(cards.openingId, openingId)))).toBe(0)
  })

  it("knows nothing of another organisation's people", async () => {
    const openingId = await newOpening()
    await expect(propose(openingId, person, colleague)).rejects.toMatchObject({ code: 'not_found' })
    const foreign: CandidateRef = { ...person, orgId: colleague.orgId }
    await expect(propose(openingId, foreign, colleague)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('refuses everybody but the case managers of her organisation', async () => {
    const openingId = await newOpening()
    for (const actor of [
      await aStaff('coordinator', caseManager.orgId),
      await aStaff('admin', caseManager.orgId),
      await anHrContact(),
    ]) {
      await expect(propose(openingId, person, actor)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('holds at most 5 open cards on an opening', async () => {
    const openingId = await newOpening()
    for (let count = 0; count < 6; count++) {
      const one = await aCandidate({ orgId: caseManager.orgId, profile: alike })
      await consentTo(caseManager, one, openingId)
      if (count < 5) await propose(openingId, one)
      else {
        await expect(propose(openingId, one)).rejects.toMatchObject({
          reason: 'proposals_refused_too_many_open_cards',
        })
      }
    }
  })

  it('proposes a person once for an opening', async () => {
    const openingId = await newOpening()
    await consentTo(caseManager, person, openingId)
    await propose(openingId)
    await expect(propose(openingId)).rejects.toMatchObject({ reason: 'proposals_refused_already_proposed' })
  })

  it('shows the card to its company alone', async () => {
    const openingId = await newOpening()
    await consentTo(caseManager, person, openingId)
    const one = await aCandidate({ orgId: caseManager.orgId, profile: alike })
    await consentTo(caseManager, one, openingId)
    const cardId = await propose(openingId, one)
    const [{ companyId } = { companyId: '' }] = await db.asSystem((tx) =>
      tx.select().from(cards).where(eq(cards.id, cardId)),
    )
    const own = await anHrContact(companyId as never)
    const other = await anHrContact()
    const view = await withActor(own, (tx) => readCard(tx, cardId))
    expect(view.attributes.length).toBeGreaterThan(0)
    expect(JSON.stringify(view)).not.toContain(one.candidateId)
    await expect(withActor(other, (tx) => readCard(tx, cardId))).rejects.toMatchObject({ code: 'not_found' })
    const whose = withActor(own, (tx) => tx.$count(proposals, eq(proposals.cardId, cardId)))
    await expect(whose).rejects.toMatchObject({ cause: { message: 'permission denied for table proposals' } })
  })
})

describe('what may be known of one person', () => {
  const rare = { ...alike, professionCode: 'isco-7212-welder' }

  it('drops what would leave fewer than 5 people alike, and refuses when nothing is left', async () => {
    const openingId = await newOpening()
    const south = await aCandidate({ orgId: caseManager.orgId, profile: { ...alike, province: 'CN' } })
    const preview = await withActor(caseManager, (tx) => previewCard(tx, { ...south, openingId }))
    expect(preview.card.map(({ attribute }) => attribute)).not.toContain('area')
    expect(preview.k).toBeGreaterThanOrEqual(5)

    const alone = await aCandidate({ orgId: caseManager.orgId, profile: rare })
    await consentTo(caseManager, alone, openingId)
    await expect(propose(openingId, alone)).rejects.toMatchObject({
      reason: 'proposals_refused_too_few_alike',
    })
  })

  it('adds up what was shown before: a second card may say no more than both together allow', async () => {
    const wanderer = await aCandidate({ orgId: caseManager.orgId, profile: alike })
    const first = await newOpening()
    await consentTo(caseManager, wanderer, first)
    await propose(first, wanderer)
    await db.asSystem(async (tx) => {
      const before = await tx
        .select()
        .from(disclosures)
        .where(eq(disclosures.candidateId, wanderer.candidateId))
      expect(before.map(({ attribute }) => attribute)).toContain('area')
    })
    // She moved: alone her new area would pass, beside the old one it points at her.
    const second = await newOpening()
    for (let count = 0; count < 6; count++) {
      await aCandidate({ orgId: colleague.orgId, profile: { ...alike, province: 'NO' } })
    }
    await db.asSystem(async (tx) => {
      await tx.update(profiles).set({ province: 'NO' }).where(eq(profiles.candidateId, wanderer.candidateId))
    })
    const preview = await withActor(caseManager, (tx) =>
      previewCard(tx, { ...wanderer, orgId: caseManager.orgId as OrganisationId, openingId: second }),
    )
    expect(preview.card).not.toContainEqual({ attribute: 'area', value: 'north_east' })
    expect(preview.k).toBeGreaterThanOrEqual(5)
  })
})
