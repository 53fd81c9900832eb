import type { NearMissGroup } from '#app/domain/match-engine/engine.ts'
import { matchEngine } from '#app/domain/match-engine/choose-engine.server.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { verdictView } from '#app/web/explain-match.server.ts'
import { text } from '#app/web/text.server.ts'

/** More names than this nobody reads at once; the rest is a number. */
const MOST_NAMED = 50

/** Whom one thing alone keeps out, by that thing; the people of the group that the address opens (`quasi`) by code. */
export async function nearView(
  tx: Tx,
  opening: MatchOpening,
  groups: readonly NearMissGroup[],
  asked: { opened: string | null; locale: LabelLocale },
) {
  const open = groups.find(({ constraint, own }) => constraint === asked.opened && own > 0)
  const people = open ? await matchEngine().nearMisses(tx, opening, open.constraint, MOST_NAMED) : []
  return groups.map(({ constraint, own, others }) => ({
    ...{ constraint, own, others },
    label: text(`matching_constraint_${constraint}`),
    named:
      constraint === open?.constraint
        ? {
            people: people.map(({ candidateId, code, verdict }) => ({
              ...{ candidateId, code },
              reason: verdictView(verdict, asked.locale),
            })),
            more: own - people.length,
          }
        : null,
  }))
}

export type NearView = Awaited<ReturnType<typeof nearView>>
