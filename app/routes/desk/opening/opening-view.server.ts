import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import type { Verdict } from '#app/domain/matching/constraints.ts'
import type {
  MatchResult,
  NearMissGroup,
  NearMissPerson,
  RankedMatch,
} from '#app/domain/match-engine/engine.ts'
import { labelOpening } from '#app/domain/openings/label-opening.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import type { OpeningView } from '#app/domain/openings/opening-view.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import { helpAskedAt } from '#app/domain/proposals/ask-for-help.server.ts'
import { proposalsForOpening, type OwnProposal } from '#app/domain/proposals/own-proposals.server.ts'
import { isWelcomed } from '#app/domain/proposals/welcomed.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { weekText } from '#app/ui/week-grid/week-words.ts'
import type { Call } from '#app/web/define.server.ts'
import { scoreView, verdictView } from '#app/web/explain-match.server.ts'
import { formatDate, formatMoney } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { pageNumber } from '#app/web/page-number.server.ts'
import { hasText, text } from '#app/web/text.server.ts'

const PER_PAGE = 20

/** What is worth a word before anybody asks why: the way, who looks after the children, a permit that ends. */
function isTelling(verdict: Verdict): boolean {
  switch (verdict.constraint) {
    case 'commute':
      return true
    case 'shift':
      return verdict.met && verdict.facts.thanksToChildcare
    case 'permit':
      return verdict.met && verdict.facts.until !== null
    default:
      return false
  }
}

function matchView({ candidateId, code, position, score, verdicts }: RankedMatch, locale: LabelLocale) {
  const telling = verdicts.filter(isTelling).map((verdict) => verdictView(verdict, locale).summary)
  return {
    ...{ candidateId, code, position },
    score: scoreView(score),
    gist: telling.join(' · '),
    reasons: verdicts.map((verdict) => verdictView(verdict, locale)),
  }
}

const nearMissView = (
  { constraint, own, others }: NearMissGroup,
  people: readonly NearMissPerson[],
  locale: LabelLocale,
) => ({
  constraint,
  label: text(`matching_constraint_${constraint}`),
  people: people.map(({ candidateId, code, verdict }) => ({
    candidateId,
    code,
    reason: verdictView(verdict, locale),
  })),
  unnamed: own - people.length,
  others,
})

function proposalView({
  cardId,
  candidateId,
  code,
  at,
  state,
  answer,
  notNowReason,
  answeredAt,
}: OwnProposal) {
  const reason = notNowReason && `follow_ups_not_now_${notNowReason}`
  return {
    ...{ candidateId, code, state, answer },
    /** The card from which a placement can come, or came. */
    placeable: isWelcomed({ state, answer }) ? cardId : null,
    sentOn: formatDate(at),
    answeredOn: answeredAt ? formatDate(answeredAt) : null,
    reason: reason && hasText(reason) ? text(reason) : null,
  }
}

/** The hours, the start and the pay in one line: what one looks for first. */
function gistOf(
  { shifts, startFrom, startLatest, payMonthlyCents }: OpeningView,
  locale: LabelLocale,
): string {
  const hours = shifts.map(({ mask }) => weekText(mask, locale)).join(text('desk_match_gist_or'))
  const start =
    startFrom && startLatest
      ? text('desk_match_gist_start', { from: formatDate(startFrom), latest: formatDate(startLatest) })
      : ''
  const pay =
    payMonthlyCents === null ? '' : text('desk_match_gist_pay', { pay: formatMoney(payMonthlyCents) })
  return [hours, start, pay].filter((part) => part !== '').join(' · ')
}

const countOf = (groups: readonly NearMissGroup[]): number =>
  groups.reduce((sum, { own, others }) => sum + own + others, 0)

type Matched = MatchResult & { missing: (NearMissGroup & { people: NearMissPerson[] })[] }

async function matched(tx: Tx, openingId: OpeningId, page: number): Promise<Matched | null> {
  const [opening] = await loadMatchOpenings(tx, [openingId])
  if (!opening) return null
  const result = await postgresEngine.match(tx, opening, { offset: (page - 1) * PER_PAGE, limit: PER_PAGE })
  if (page > 1 && result.own.length === 0) notFound()
  const missing: Matched['missing'] = []
  for (const group of result.nearMisses) {
    const people = group.own > 0 ? await postgresEngine.nearMisses(tx, opening, group.constraint) : []
    missing.push({ ...group, people })
  }
  return { ...result, missing }
}

/**
 * An opening with the people it admits, those whom one thing keeps out, and those already proposed. A draft is its
 * company's own business until it is posted; a closed one is matched no more.
 */
export async function openingView(tx: Tx, call: Pick<Call, 'actor' | 'id' | 'info' | 'url'>) {
  const orgId = ownOrganisation(call.actor)
  const openingId = call.id<OpeningId>('id')
  const { locale } = call.info
  const opening = await loadOpening(tx, openingId)
  if (opening.state === 'draft') notFound()
  const page = pageNumber(call.url)
  const match = opening.state === 'closed' ? null : await matched(tx, openingId, page)
  const askedAt = await helpAskedAt(tx, openingId, orgId)
  const proposed = (await proposalsForOpening(tx, orgId, openingId)).map(proposalView)
  return {
    opening,
    gist: gistOf(opening, locale),
    labels: labelOpening(opening, locale),
    proposed,
    helpAskedOn: askedAt ? formatDate(askedAt) : null,
    match: match && {
      people: match.own.map((person) => matchView(person, locale)),
      total: match.admitted.own,
      others: match.admitted.others,
      nearMisses: match.missing.map((group) => nearMissView(group, group.people, locale)),
      nearMissCount: countOf(match.nearMisses),
      page,
      pages: Math.ceil(match.admitted.own / PER_PAGE),
    },
  }
}

export type OpeningToMatch = Awaited<ReturnType<typeof openingView>>
