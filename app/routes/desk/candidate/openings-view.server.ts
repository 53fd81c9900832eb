import type { OpeningsForPerson } from '#app/domain/match-engine/engine.ts'
import { nameOpenings, type OpeningName } from '#app/domain/match-engine/name-openings.server.ts'
import { matchEngine } from '#app/domain/match-engine/choose-engine.server.ts'
import { planEditKey, type PlanEdit } from '#app/domain/matching/what-if/plan-edits.ts'
import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import type { CandidateId, OpeningId, OrganisationId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import { scoreView, verdictView } from '#app/web/explain-match.server.ts'
import { text } from '#app/web/text.server.ts'

/** Openings shown of each list; the first ones are those that fit best. */
const SHOWN = 20

const aboutOf = ({ kind, company, placeCode }: OpeningName): string =>
  [kind && text(`matching_kind_${kind}`), company, placeCode && placeLabel(placeCode)]
    .filter(Boolean)
    .join(' · ')

const stepLabel = (edit: PlanEdit, locale: LabelLocale): string =>
  edit.kind === 'learn_skill'
    ? text(`matching_plan_learn_skill_${edit.level}`, { skill: labelOfSkill(edit.code, locale) })
    : text(`matching_plan_${edit.kind}`)

/** Every opening that the page names, once. */
const shownIds = ({ admitting, nearMisses, plan }: OpeningsForPerson): OpeningId[] => [
  ...new Set([
    ...admitting.slice(0, SHOWN).map(({ openingId }) => openingId),
    ...nearMisses.flatMap(({ openings }) => openings.slice(0, SHOWN).map(({ openingId }) => openingId)),
    ...plan.flatMap(({ openings }) => openings.slice(0, SHOWN)),
  ]),
]

/** The open openings as her life meets them: what admits her, what nearly does, what in her plan would open more. */
export async function openingsView(
  tx: Tx,
  person: { orgId: OrganisationId; candidateId: CandidateId },
  locale: LabelLocale,
) {
  const found = await matchEngine().openingsFor(tx, person)
  const names = await nameOpenings(tx, shownIds(found))
  const named = <T extends { openingId: OpeningId }>(list: readonly T[]) =>
    list.slice(0, SHOWN).flatMap((one) => {
      const name = names.get(one.openingId)
      return name ? [{ ...one, title: name.title, about: aboutOf(name) }] : []
    })
  return {
    total: found.admitting.length,
    fitting: named(found.admitting).map(({ openingId, position, title, about, score, verdicts }) => ({
      ...{ openingId, position, title, about },
      score: scoreView(score),
      reasons: verdicts.map((verdict) => verdictView(verdict, locale)),
    })),
    near: found.nearMisses.map(({ constraint, openings }) => ({
      constraint,
      label: text(`matching_constraint_${constraint}`),
      count: openings.length,
      openings: named(openings).map(({ openingId, title, about, verdict }) => ({
        ...{ openingId, title, about },
        reason: verdictView(verdict, locale),
      })),
    })),
    plan: found.plan.map(({ edit, openings }) => ({
      key: planEditKey(edit),
      label: stepLabel(edit, locale),
      count: openings.length,
      openings: named(openings.map((openingId) => ({ openingId }))),
    })),
  }
}

export type PersonOpenings = Awaited<ReturnType<typeof openingsView>>
