import type { MatchResult, RankedMatch } from '#app/domain/match-engine/engine.ts'
import { explainPeople } from '#app/domain/match-engine/match-people.server.ts'
import { readStandings } from '#app/domain/match-reviews/read-standings.server.ts'
import {
  addressOf,
  asideOffers,
  chosen,
  EVERYBODY,
  filterOffers,
  choiceOf,
} from '#app/domain/match-reviews/ranking-filters.ts'
import { seePeople } from '#app/domain/match-reviews/see-people.server.ts'
import type { Standing } from '#app/domain/match-reviews/standing.ts'
import { localDate } from '#app/domain/calendar/rome.ts'
import type { Verdict } from '#app/domain/matching/constraints.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import type { OpeningId, OrganisationId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { now } from '#app/platform/clock.server.ts'
import { scoreView, verdictView } from '#app/web/explain-match.server.ts'
import { formatDate } from '#app/web/format.ts'
import { pageNumber } from '#app/web/page-number.server.ts'
import { text } from '#app/web/text.server.ts'

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

type Shown = { standing: Standing; position: number; opened: boolean }

function personView(
  { candidateId, code, score, verdicts }: RankedMatch,
  { standing, position, opened }: Shown,
  locale: LabelLocale,
) {
  const telling = verdicts.filter(isTelling).map((verdict) => verdictView(verdict, locale).summary)
  const { seen, refused, whyNot, setAsideOn } = standing
  return {
    ...{ candidateId, code, position, seen, refused },
    total: score.total,
    gist: telling.join(' · '),
    aside: whyNot && {
      why: text(`reviews_said_${whyNot}`),
      on: setAsideOn ? formatDate(setAsideOn) : null,
    },
    why: opened
      ? { score: scoreView(score), reasons: verdicts.map((verdict) => verdictView(verdict, locale)) }
      : null,
  }
}

type Asked = { orgId: OrganisationId; url: URL; locale: LabelLocale }

/**
 * A page of the ranking, narrowed as the address asks (`solo`, `da-parte`), one person taken apart (`perche`): whoever is,
 * has been looked at from then on. As many statements for a thousand people as for one.
 */
export async function rankingView(
  tx: Tx,
  opening: MatchOpening,
  { ranking, admitted }: MatchResult,
  { orgId, url, locale }: Asked,
) {
  const today = localDate(now())
  const choice = choiceOf(url.searchParams)
  const opened = url.searchParams.get('perche')
  const ids = ranking.map(({ candidateId }) => candidateId)
  const standings = await readStandings(tx, orgId, opening, ids)
  // Whoever is read right now stays among those not looked at, or she would vanish from under the reader's eyes.
  const asListed = standings.map((one) => (one.candidateId === opened ? { ...one, seen: false } : one))
  const left = chosen(asListed, choice, today)
  const pages = Math.max(1, Math.ceil(left.length / PER_PAGE))
  const page = Math.min(pageNumber(url), pages)
  const shown = left.slice((page - 1) * PER_PAGE, page * PER_PAGE).map(({ candidateId }) => candidateId)
  const people = await explainPeople(tx, opening, shown)
  const openedOne = shown.filter((candidateId) => candidateId === opened)
  await seePeople(tx, { orgId, openingId: opening.openingId as OpeningId, candidateIds: openedOne })
  const standingOf = new Map(standings.map((one) => [one.candidateId, one]))
  const positionOf = new Map(ids.map((candidateId, index) => [candidateId, index + 1]))
  return {
    people: people.flatMap((person) => {
      const { candidateId } = person
      const standing = standingOf.get(candidateId)
      const position = positionOf.get(candidateId) ?? 0
      return standing
        ? [personView(person, { standing, position, opened: candidateId === opened }, locale)]
        : []
    }),
    ...{ page, pages, shown: left.length, total: admitted.own },
    filters: filterOffers(asListed, choice, today).map(({ filter, on, to, leaves }) => ({
      ...{ on, to, count: leaves },
      label: text(`reviews_filter_${filter}`),
    })),
    aside: asideOffers(asListed, choice, today).map(({ aside, on, to, leaves }) => ({
      ...{ on, to, count: leaves },
      label: text(aside === 'any' ? 'reviews_aside_any' : `reviews_said_${aside}`),
    })),
    narrowed: addressOf(choice) !== addressOf(EVERYBODY),
    here: addressOf(choice),
  }
}

export type RankingView = Awaited<ReturnType<typeof rankingView>>
