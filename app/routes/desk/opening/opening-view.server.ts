import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import type { MatchResult, NearMissGroup, RankedMatch } from '#app/domain/match-engine/engine.ts'
import { labelOpening } from '#app/domain/openings/label-opening.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import { helpAskedAt } from '#app/domain/proposals/ask-for-help.server.ts'
import { proposalsForOpening, type OwnProposal } from '#app/domain/proposals/own-proposals.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import type { Call } from '#app/web/define.server.ts'
import { scoreView, verdictView } from '#app/web/explain-match.server.ts'
import { formatDate } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { pageNumber } from '#app/web/page-number.server.ts'
import { hasText, text } from '#app/web/text.server.ts'

const PER_PAGE = 20

const matchView = ({ candidateId, code, position, score, verdicts }: RankedMatch, locale: LabelLocale) => ({
  candidateId,
  code,
  position,
  score: scoreView(score),
  reasons: verdicts.map((verdict) => verdictView(verdict, locale)),
})

const nearMissView = ({ constraint, own, ownTotal, others }: NearMissGroup, locale: LabelLocale) => ({
  constraint,
  label: text(`matching_constraint_${constraint}`),
  people: own.map(({ candidateId, code, verdict }) => ({
    candidateId,
    code,
    reason: verdictView(verdict, locale),
  })),
  unnamed: ownTotal - own.length,
  others,
})

function proposalView({ candidateId, code, at, state, answer, notNowReason, answeredAt }: OwnProposal) {
  const reason = notNowReason && `proposals_reason_${notNowReason}`
  return {
    ...{ candidateId, code, state, answer },
    sentOn: formatDate(at),
    answeredOn: answeredAt ? formatDate(answeredAt) : null,
    reason: reason && hasText(reason) ? text(reason) : null,
  }
}

const countOf = (groups: readonly NearMissGroup[]): number =>
  groups.reduce((sum, { ownTotal, others }) => sum + ownTotal + others, 0)

async function matched(tx: Tx, openingId: OpeningId, page: number): Promise<MatchResult | null> {
  const [opening] = await loadMatchOpenings(tx, [openingId])
  if (!opening) return null
  const result = await postgresEngine.match(tx, opening, { offset: (page - 1) * PER_PAGE, limit: PER_PAGE })
  return page > 1 && result.own.length === 0 ? notFound() : result
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
    labels: labelOpening(opening, locale),
    proposed,
    helpAskedOn: askedAt ? formatDate(askedAt) : null,
    match: match && {
      people: match.own.map((person) => matchView(person, locale)),
      total: match.ownTotal,
      others: match.others,
      nearMisses: match.nearMisses.map((group) => nearMissView(group, locale)),
      nearMissCount: countOf(match.nearMisses),
      page,
      pages: Math.ceil(match.ownTotal / PER_PAGE),
    },
  }
}

export type OpeningToMatch = Awaited<ReturnType<typeof openingView>>
