import { and, eq, gte } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { cards, proposals } from '#db/schema/proposals.ts'
import { authorise } from '../access/authorise.server.ts'
import { avoids } from '../cards/avoided-work.server.ts'
import { answersForHiring, readsOurMail, whoAnswers } from '../contacts/who-answers.server.ts'
import { fullCard, type CardAttribute } from '../disclosure/card-attributes.ts'
import { countAlike, shownBefore } from '../disclosure/count-alike.server.ts'
import { chooseCard } from '../disclosure/hold-back.ts'
import { DAY } from '../shared/durations.ts'
import type { CandidateId, CompanyId, ContactId, OpeningId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { askedFacts, showableFacts } from './card-facts.server.ts'

/** At most this many cards wait for an answer on one opening, and this many leave to one company in 30 days. */
export const OPEN_CARDS_PER_OPENING = 5
export const CARDS_PER_COMPANY = 10
export const CARDS_WINDOW = 30 * DAY

type Input = { orgId: OrganisationId; candidateId: CandidateId; openingId: OpeningId }

/** Why no card may go out now. `not_proposable` covers every safety reason and never says which. */
export type Refusal =
  | 'company_not_verified'
  | 'opening_not_open'
  | 'already_proposed'
  | 'not_matchable'
  | 'not_proposable'
  | 'no_contact'
  | 'too_many_open_cards'
  | 'too_many_cards'
  | 'pool_too_small'
  | 'too_few_alike'

export type CardPreview = {
  companyId: CompanyId
  contactId: ContactId | null
  /** Exactly what the company will see. */
  card: CardAttribute[]
  heldBack: CardAttribute[]
  k: number
  refusal: Refusal | null
}

async function overLimit(tx: Tx, openingId: OpeningId, companyId: CompanyId): Promise<Refusal | null> {
  const open = await tx.$count(cards, and(eq(cards.openingId, openingId), eq(cards.state, 'sent')))
  if (open >= OPEN_CARDS_PER_OPENING) return 'too_many_open_cards'
  const since = new Date(now().getTime() - CARDS_WINDOW)
  const recent = await tx.$count(cards, and(eq(cards.companyId, companyId), gte(cards.sentAt, since)))
  return recent >= CARDS_PER_COMPANY ? 'too_many_cards' : null
}

/**
 * The card that would leave for a person and an opening, with its k and what was held back, or why none may. `propose`
 * runs the same function in its own transaction, where nothing that it rests on can change any more; a look locks nothing.
 * @throws DomainError not_found for another organisation's person and for an unknown opening.
 */
export async function previewCard(tx: Tx, input: Input): Promise<CardPreview> {
  authorise(tx, 'candidate.propose', { orgId: input.orgId })
  const facts = await showableFacts(tx, input)
  const opening = await askedFacts(tx, input.openingId)
  const contact = (await whoAnswers(tx, opening.companyId)).find(
    (one) => readsOurMail(one) && answersForHiring(one),
  )
  const [former] = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(
      and(
        eq(proposals.orgId, input.orgId),
        eq(proposals.candidateId, input.candidateId),
        eq(proposals.openingId, input.openingId),
      ),
    )
  const full = fullCard(facts, opening.asked)
  const past = await shownBefore(tx, input)
  const { counts, pool } = await countAlike(tx, input, full, past)
  const choice = chooseCard(full, counts, pool)
  const first = (reasons: [boolean, Refusal][]) => reasons.find(([holds]) => holds)?.[1] ?? null
  const refusal =
    first([
      [former !== undefined, 'already_proposed'],
      [opening.verification !== 'verified' || opening.doNotContact, 'company_not_verified'],
      [opening.state !== 'open', 'opening_not_open'],
      [!facts.matchable, 'not_matchable'],
      [await avoids(tx, input, input.openingId), 'not_proposable'],
      [contact === undefined, 'no_contact'],
    ]) ??
    (await overLimit(tx, input.openingId, opening.companyId)) ??
    (choice.sendable ? null : choice.why)
  return {
    companyId: opening.companyId,
    contactId: contact?.id ?? null,
    card: choice.sendable ? choice.card : [],
    heldBack: choice.sendable ? choice.heldBack : full,
    k: choice.k,
    refusal,
  }
}
