import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { myNewMatches } from '#app/domain/standing/my-new-matches.server.ts'
import type { NewMatch, Whose } from '#app/domain/standing/new-matches.server.ts'
import { now } from '#app/platform/clock.server.ts'

const OPENINGS_SHOWN = 6
const PEOPLE_SHOWN = 5

/** What is new since she last looked, opening by opening; `?abbinamenti=ente` asks for her whole organisation. */
export async function newsView(tx: Tx, url: URL) {
  const whose: Whose = url.searchParams.get('abbinamenti') === 'ente' ? 'organisation' : 'mine'
  // What comes while the page is made is new the next time.
  const until = now().toISOString()
  const { matches, total } = await myNewMatches(tx, whose)
  const byOpening = new Map<NewMatch['openingId'], NewMatch[]>()
  for (const match of matches)
    byOpening.set(match.openingId, [...(byOpening.get(match.openingId) ?? []), match])
  const shown = [...byOpening.values()].slice(0, OPENINGS_SHOWN)
  return {
    ...{ whose, until, total },
    openings: shown.flatMap((list) => {
      const [first] = list
      if (!first) return []
      const { openingId, title, company } = first
      const people = list.slice(0, PEOPLE_SHOWN).map(({ candidateId, code }) => ({ candidateId, code }))
      return [{ openingId, title, company, people, more: list.length - people.length }]
    }),
    unshown: total - shown.reduce((sum, list) => sum + list.length, 0),
  }
}
