import type { MatchResult, NearMissGroup } from '#app/domain/match-engine/engine.ts'
import { matchEngine } from '#app/domain/match-engine/choose-engine.server.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import { labelOpening } from '#app/domain/openings/label-opening.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import type { OpeningView } from '#app/domain/openings/opening-view.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import { helpAskedAt } from '#app/domain/proposals/ask-for-help.server.ts'
import { proposalsForOpening, type OwnProposal } from '#app/domain/proposals/own-proposals.server.ts'
import { isWelcomed } from '#app/domain/proposals/welcomed.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { OpeningId, OrganisationId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { weekText } from '#app/ui/week-grid/week-words.ts'
import type { Call } from '#app/web/define.server.ts'
import { engineNote } from '#app/web/engine-note.server.ts'
import { formatDate, formatMoney } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { hasText, text } from '#app/web/text.server.ts'
import { nearView } from './near-view.server.ts'
import { tabOf, type Tab } from './tabs.ts'
import { rankingView } from './ranking-view.server.ts'
import { whatIfView } from './what-if-view.server.ts'

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

type Asked = { tab: Tab; orgId: OrganisationId; url: URL; locale: LabelLocale }

/** What the tab that is open shows; the others cost no more than their number. */
async function tabView(tx: Tx, opening: MatchOpening, result: MatchResult, asked: Asked) {
  const { tab, url, locale } = asked
  const opened = (name: string) => ({ opened: url.searchParams.get(name), locale })
  switch (tab) {
    case 'abbinamenti':
      return { tab, ranking: await rankingView(tx, opening, result, asked) } as const
    case 'quasi':
      return { tab, groups: await nearView(tx, opening, result.nearMisses, opened('quasi')) } as const
    case 'ipotesi':
      return { tab, edits: await whatIfView(tx, opening, result.whatIfs, opened('ipotesi')) } as const
    case 'proposte':
      return { tab } as const
    default:
      return tab satisfies never
  }
}

async function matchView(tx: Tx, opening: MatchOpening, asked: Asked) {
  const result = await matchEngine().match(tx, opening, { limit: 0 })
  const { admitted, nearMisses, whatIfs, answeredBy } = result
  return {
    total: admitted.own,
    others: admitted.others,
    nearMissCount: countOf(nearMisses),
    whatIfCount: whatIfs.filter(({ gain }) => gain.own + gain.others > 0).length,
    engineNote: engineNote(answeredBy),
    open: await tabView(tx, opening, result, asked),
  }
}

/**
 * An opening with the people it admits, those whom one thing keeps out, what an edit would change, and those already
 * proposed. A draft is its company's own business until it is posted; a closed one is matched no more.
 */
export async function openingView(tx: Tx, call: Pick<Call, 'actor' | 'id' | 'info' | 'url'>) {
  const orgId = ownOrganisation(call.actor)
  const openingId = call.id<OpeningId>('id')
  const { url } = call
  const { locale } = call.info
  const opening = await loadOpening(tx, openingId)
  if (opening.state === 'draft') notFound()
  const [matched] = opening.state === 'closed' ? [] : await loadMatchOpenings(tx, [openingId])
  const tab = tabOf(url.searchParams.get('tab'), matched !== undefined)
  const askedAt = await helpAskedAt(tx, openingId, orgId)
  const proposed = (await proposalsForOpening(tx, orgId, openingId)).map(proposalView)
  return {
    ...{ opening, proposed, tab },
    gist: gistOf(opening, locale),
    labels: labelOpening(opening, locale),
    helpAskedOn: askedAt ? formatDate(askedAt) : null,
    match: matched ? await matchView(tx, matched, { tab, orgId, url, locale }) : null,
  }
}

export type OpeningToMatch = Awaited<ReturnType<typeof openingView>>
