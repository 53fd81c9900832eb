import { loadProposal } from '#app/domain/proposals/load-proposal.server.ts'
import { mondayOf } from '#app/domain/proposals/monday.ts'
import { notNowReasons } from '#app/domain/proposals/not-now-reasons.ts'
import { proposalsForOpening, type OwnProposal } from '#app/domain/proposals/own-proposals.server.ts'
import type { Wording } from '#app/domain/proposals/propose-candidate.server.ts'
import { seenCard } from '#app/domain/proposals/seen-card.ts'
import { isWelcomed } from '#app/domain/proposals/welcomed.ts'
import { localDate } from '#app/domain/calendar/rome.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CandidateId, OpeningId } from '#app/domain/shared/ids.ts'
import { openingWords } from '#app/domain/visits/consent-words.ts'
import { visitLanguages } from '#app/domain/visits/languages.ts'
import { now } from '#app/platform/clock.server.ts'
import { sha256 } from '#app/platform/crypto.server.ts'
import { answeredHow } from '#app/web/answered-how.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { describeCard, listCard } from '#app/web/describe-card.server.ts'
import { formatDate } from '#app/web/format.ts'
import { runWithLocale } from '#app/web/locale.server.ts'
import { hasText, text } from '#app/web/text.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'

/** The person and opening that the address names, always within the case manager's own organisation. */
export function subjectOf({ actor, id }: Pick<Call, 'actor' | 'id'>) {
  if (actor.kind !== 'staff') throw new DomainError('not_found', 'not_found')
  const orgId = (actor satisfies StaffActor).orgId
  return { orgId, candidateId: id<CandidateId>('candidateId'), openingId: id<OpeningId>('id') }
}

function sentView({ cardId, at, state, answer, notNowReason, answeredAt }: OwnProposal) {
  const reason = notNowReason && `follow_ups_not_now_${notNowReason}`
  return {
    ...{ state, answer },
    sentOn: formatDate(at),
    answeredOn: answeredAt ? formatDate(answeredAt) : null,
    reason: reason && hasText(reason) ? text(reason) : null,
    live: state === 'sent' || state === 'answered',
    placeable: isWelcomed({ state, answer }) ? cardId : null,
    meetable: state === 'answered' && answer === 'interested' ? cardId : null,
  }
}

/**
 * The words that she is asked to agree to, in each language that they may have been read in; the first stands for them
 * all where two looks at a proposal are compared.
 */
export const wording: Wording = (opening, card) => [
  ...(['it', 'en'] as const).map((locale) =>
    runWithLocale(locale, () =>
      text('proposals_consent_text', {
        town: opening.town,
        opening: opening.title,
        kind: text(`matching_kind_${opening.kind}`).toLowerCase(),
        list: listCard(card, locale),
      }),
    ),
  ),
  // As her own pages say it.
  ...visitLanguages.map((language) => openingWords(opening, card, language)),
]

/** The page's data in the reader's language, with the exact words that she is asked to agree to. */
export async function proposalView(tx: Tx, call: Pick<Call, 'actor' | 'id' | 'info'>) {
  const subject = subjectOf(call)
  const { code, opening, preview, consent } = await loadProposal(tx, subject)
  const { locale } = call.info
  const sent = (await proposalsForOpening(tx, subject.orgId, subject.openingId)).find(
    ({ candidateId }) => candidateId === subject.candidateId,
  )
  const words = wording(opening, preview.card)
  const hashes = words.map(sha256)
  return {
    code,
    openingId: subject.openingId,
    openingTitle: opening.title,
    company: opening.company,
    week: text('proposals_card_week', { date: formatDate(mondayOf(localDate(now()))) }),
    lines: describeCard(preview.card, locale),
    heldBack: listCard(preview.heldBack, locale),
    others: preview.k - 1,
    sent: sent ? sentView(sent) : null,
    alreadyProposed: preview.refusal === 'already_proposed',
    refusal: preview.refusal ? text(`proposals_refused_${preview.refusal}`) : null,
    consentText: words[locale === 'it' ? 0 : 1] ?? '',
    consent: consent
      ? {
          decision: consent.decision,
          date: formatDate(consent.at),
          how: answeredHow(consent),
          current: hashes.includes(consent.textHash),
        }
      : null,
    reasons: notNowReasons.map((value) => ({ value, label: text(`follow_ups_not_now_${value}`) })),
    seen: seenCard(preview.card, hashes[0] ?? ''),
  }
}

export type ProposalView = Awaited<ReturnType<typeof proposalView>>
