import type { NewMatch, NewMatches, Whose } from '#app/domain/standing/new-matches.server.ts'
import type { MatchesView } from '#app/ui/day/day-view.ts'

const OPENINGS_SHOWN = 6
const PEOPLE_SHOWN = 5

/** New matches opening by opening, the best first, as many as one reads in a list. */
export function matchesView({ matches, total }: NewMatches, whose: Whose): MatchesView {
  const byOpening = new Map<NewMatch['openingId'], NewMatch[]>()
  for (const match of matches)
    byOpening.set(match.openingId, [...(byOpening.get(match.openingId) ?? []), match])
  const shown = [...byOpening.entries()].slice(0, OPENINGS_SHOWN)
  return {
    whose,
    openings: shown.map(([openingId, list]) => ({
      openingId,
      title: list[0]?.title ?? '',
      company: list[0]?.company ?? '',
      people: list.slice(0, PEOPLE_SHOWN).map(({ candidateId, code }) => ({
        to: `/lavoro/opportunita/${openingId}/proposta/${candidateId}`,
        label: code,
      })),
      more: Math.max(0, list.length - PEOPLE_SHOWN),
    })),
    unshown: total - shown.reduce((sum, [, list]) => sum + list.length, 0),
  }
}
