import { admits, evaluate, nearMiss, negotiable, type Verdict } from '../matching/constraints.ts'
import { rank, score } from '../matching/score.ts'
import type { IsoDate, MatchOpening, MatchProfile } from '../matching/types.ts'
import { applyPlanEdit, planEditsOf } from '../matching/what-if/plan-edits.ts'
import type { CompanyId, OpeningId } from '../shared/ids.ts'
import type { NearMissOpenings, OpeningsForPerson, PlanWhatIf, RankedOpening } from './engine.ts'

type Judged = { opening: MatchOpening; verdicts: Verdict[] }

/** Openings in the order in which they would fit her, each with what was said of it. */
const inOrder = (judged: readonly Judged[], profile: MatchProfile, today: IsoDate) =>
  rank(
    judged.map(({ opening, verdicts }) => ({
      id: opening.openingId,
      waitingSince: profile.waitingSince,
      score: score(opening, profile, today),
      ...{ companyId: opening.companyId as CompanyId, verdicts },
    })),
  )

function nearMisses(blocked: readonly Judged[], profile: MatchProfile, today: IsoDate): NearMissOpenings[] {
  const missed = inOrder(blocked, profile, today).flatMap(({ id, companyId, verdicts }) => {
    const verdict = nearMiss(verdicts)
    return verdict ? [{ openingId: id as OpeningId, companyId, verdict }] : []
  })
  return negotiable
    .map((constraint) => ({
      constraint,
      openings: missed.filter(({ verdict }) => verdict.constraint === constraint),
    }))
    .filter(({ openings }) => openings.length > 0)
}

/** What she must avoid stays what it is, whatever she learns. */
const avoided = ({ verdicts }: Judged): boolean =>
  verdicts.some(({ constraint, met }) => constraint === 'exclusion' && !met)

function planWhatIfs(blocked: readonly Judged[], profile: MatchProfile, today: IsoDate): PlanWhatIf[] {
  const open = blocked.filter((one) => !avoided(one))
  const gains = planEditsOf(profile, today).map((edit) => {
    const edited = applyPlanEdit(profile, edit, today) ?? profile
    const gained = open
      .map(({ opening }) => ({ opening, verdicts: evaluate(opening, edited, today) }))
      .filter(({ verdicts }) => admits(verdicts))
    return { edit, openings: inOrder(gained, edited, today).map(({ id }) => id as OpeningId) }
  })
  return gains
    .filter(({ openings }) => openings.length > 0)
    .toSorted((a, b) => b.openings.length - a.openings.length)
}

/** The openings among some that admit a person, best first. */
export function admittingOpenings(
  openings: readonly MatchOpening[],
  profile: MatchProfile,
  today: IsoDate,
): RankedOpening[] {
  const judged = openings.map((opening) => ({ opening, verdicts: evaluate(opening, profile, today) }))
  return ranked(judged, profile, today)
}

const ranked = (judged: readonly Judged[], profile: MatchProfile, today: IsoDate): RankedOpening[] =>
  inOrder(
    judged.filter(({ verdicts }) => admits(verdicts)),
    profile,
    today,
  ).map(({ id, companyId, score: total, verdicts }, index) => ({
    openingId: id as OpeningId,
    ...{ companyId, position: index + 1, score: total, verdicts },
  }))

/** The pure rules over some openings, for one person; see `MatchEngine.openingsFor`. */
export function openingsForPerson(
  openings: readonly MatchOpening[],
  profile: MatchProfile,
  today: IsoDate,
): OpeningsForPerson {
  const judged = openings.map((opening) => ({ opening, verdicts: evaluate(opening, profile, today) }))
  const blocked = judged.filter(({ verdicts }) => !admits(verdicts))
  return {
    admitting: ranked(judged, profile, today),
    nearMisses: nearMisses(blocked, profile, today),
    plan: planWhatIfs(blocked, profile, today),
  }
}
