import type { WhatIf } from '#app/domain/match-engine/engine.ts'
import { matchEngine } from '#app/domain/match-engine/choose-engine.server.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import { editKey } from '#app/domain/matching/what-if/edits.ts'
import { questionsAsked } from '#app/domain/opening-questions/questions-asked.server.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { editLabel } from '#app/web/describe-edit.server.ts'
import { formatDate } from '#app/web/format.ts'

const BEST = 3
const MOST_NAMED = 50

/**
 * Every edit of the catalogue with what it would gain, the best three apart; whom the edit that the address opens
 * (`ipotesi`) would let in, by code, best first.
 */
export async function whatIfView(
  tx: Tx,
  opening: MatchOpening,
  whatIfs: readonly WhatIf[],
  asked: { opened: string | null; locale: LabelLocale },
) {
  const open = whatIfs.find(({ edit, gain }) => editKey(edit) === asked.opened && gain.own > 0)
  const people = open ? await matchEngine().whatIf(tx, opening, open.edit, MOST_NAMED) : []
  const questions = await questionsAsked(tx, opening.openingId as OpeningId)
  const lines = whatIfs.map(({ edit, gain: { own, others } }) => {
    const key = editKey(edit)
    const question = questions.find((one) => one.editKey === key)
    return {
      ...{ key, own, others },
      label: editLabel(edit, asked.locale),
      asked: question ? { on: formatDate(question.at), by: question.by } : null,
      named:
        edit === open?.edit
          ? {
              people: people.map(({ candidateId, code }) => ({ candidateId, code })),
              more: own - people.length,
            }
          : null,
    }
  })
  const useful = lines.filter(({ own, others }) => own + others > 0)
  return { best: useful.slice(0, BEST), rest: lines.filter((line) => !useful.slice(0, BEST).includes(line)) }
}

export type WhatIfView = Awaited<ReturnType<typeof whatIfView>>
