import { negotiable } from '../matching/constraints.ts'
import type { MatchOpening } from '../matching/types.ts'
import { editsOf, PAY_STEP_CENTS, startWeeks, type Edit } from '../matching/what-if/edits.ts'
import { weekEdits, type WeekEdit } from './compile/judge-weeks.ts'
import type { Count, NearMissGroup, WhatIf } from './engine.ts'
import {
  NO_LICENCE,
  NO_VEHICLE,
  NOT_YET_ALLOWED,
  ONE_SKILL,
  readCode,
  type CodeCount,
} from './postgres-sql/codes.ts'

type Read = ReturnType<typeof readCode>

const MOST_PAY_STEPS = 65_535

/** Whether somebody whom one constraint alone blocks, with these facts, gets in by an edit. */
function getsIn({ constraint, facts }: Read, edit: Edit, opening: MatchOpening): boolean {
  switch (edit.kind) {
    case 'arrange_transport':
      return constraint === 'commute'
    case 'drop_licence':
      return constraint === 'licence' && facts === NO_LICENCE
    case 'drop_vehicle':
      return constraint === 'licence' && facts === NO_VEHICLE
    case 'language_lower':
      return constraint === 'language' && facts === 1
    case 'start_weeks_later': {
      const step = facts % NOT_YET_ALLOWED
      return constraint === 'start' && step > 0 && step <= startWeeks.indexOf(edit.weeks) + 1
    }
    case 'raise_pay':
      return constraint === 'pay' && facts * PAY_STEP_CENTS <= edit.payMonthlyCents
    case 'train_skill': {
      const place = opening.requiredSkills.findIndex(({ code }) => code === edit.code)
      return constraint === 'skills' && facts === ONE_SKILL + place + 1
    }
    default:
      return constraint === 'shift' && (facts & (1 << weekEdits.indexOf(edit.kind as WeekEdit))) !== 0
  }
}

const total = (counts: readonly CodeCount[]): Count =>
  counts.reduce(
    ({ own, others }, { own: ours, people }) => ({ own: own + ours, others: others + people - ours }),
    {
      own: 0,
      others: 0,
    },
  )

export type ReadCounts = { admitted: Count; nearMisses: NearMissGroup[]; whatIfs: WhatIf[] }

/**
 * What the counted codes of an opening say: how many it admits, how many each negotiable constraint alone keeps out, and
 * what each edit of the catalogue would gain, the most first.
 */
export function readCounts(opening: MatchOpening, counts: readonly CodeCount[]): ReadCounts {
  const read = counts.map((count) => ({ ...count, ...readCode(count.code) }))
  const paySteps = read.flatMap(({ constraint, facts }) =>
    constraint === 'pay' && facts < MOST_PAY_STEPS ? [facts] : [],
  )
  const pay: Edit[] =
    paySteps.length > 0
      ? [{ kind: 'raise_pay', payMonthlyCents: Math.min(...paySteps) * PAY_STEP_CENTS }]
      : []
  return {
    admitted: total(read.filter(({ constraint }) => constraint === null)),
    nearMisses: negotiable
      .map((constraint) => ({
        constraint,
        ...total(
          read.filter(
            (one) =>
              one.constraint === constraint && !(constraint === 'start' && one.facts >= NOT_YET_ALLOWED),
          ),
        ),
      }))
      .filter(({ own, others }) => own + others > 0),
    whatIfs: [...editsOf(opening), ...pay]
      .map((edit) => ({ edit, gain: total(read.filter((one) => getsIn(one, edit, opening))) }))
      .sort((a, b) => b.gain.own + b.gain.others - a.gain.own - a.gain.others),
  }
}
