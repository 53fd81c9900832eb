import { explainPeople } from '#app/domain/match-engine/match-people.server.ts'
import { peopleToCompare } from '#app/domain/match-reviews/people-to-compare.ts'
import { seePeople } from '#app/domain/match-reviews/see-people.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { scoreView, verdictView } from '#app/web/explain-match.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'

/** Up to four people of one's own organisation for an opening: verdict by verdict, term by term. All are looked at by it. */
export async function compareView(tx: Tx, call: Pick<Call, 'actor' | 'id' | 'info' | 'url'>) {
  const orgId = ownOrganisation(call.actor)
  const openingId = call.id<OpeningId>('id')
  const opening = await loadOpening(tx, openingId)
  const [matched] =
    opening.state === 'draft' || opening.state === 'closed' ? [] : await loadMatchOpenings(tx, [openingId])
  if (!matched) notFound()
  const { ids, more } = peopleToCompare(call.url.searchParams)
  const people = await explainPeople(tx, matched, ids)
  await seePeople(tx, { orgId, openingId, candidateIds: people.map(({ candidateId }) => candidateId) })
  const best = Math.max(0, ...people.map(({ score }) => score.total))
  return {
    ...{ openingId, title: opening.title, more },
    people: people.map(({ candidateId, code, score, verdicts }) => ({
      ...{ candidateId, code },
      admitted: verdicts.every(({ met }) => met),
      best: people.length > 1 && score.total === best,
      reasons: verdicts.map((verdict) => verdictView(verdict, call.info.locale)),
      score: scoreView(score),
    })),
  }
}

export type CompareView = Awaited<ReturnType<typeof compareView>>
