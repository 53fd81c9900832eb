import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { IsoDate, MatchOpening } from '../types.ts'
import { editShifts, shiftEditKinds, type ShiftEditKind } from './shift-edits.ts'

/** By how many weeks the latest start may move. */
export const startWeeks = [2, 4, 8] as const

/** Pay moves by whole steps of fifty euro a month: a step tells of nobody's exact need. */
export const PAY_STEP_CENTS = 50_00

/**
 * One concrete change of an opening that a company may agree to. `raise_pay` names the month's pay it would reach, in
 * euro cents, `train_skill` the required skill that would be taught on the job.
 */
export type Edit =
  | { kind: ShiftEditKind }
  | { kind: 'arrange_childcare' | 'arrange_transport' | 'drop_licence' | 'drop_vehicle' | 'language_lower' }
  | { kind: 'start_weeks_later'; weeks: (typeof startWeeks)[number] }
  | { kind: 'raise_pay'; payMonthlyCents: number }
  | { kind: 'train_skill'; code: string }

const lower = (level: CefrLevel): CefrLevel => (level > 0 ? ((level - 1) as CefrLevel) : 0)

/** The day so many weeks after another. */
export const weeksLater = (day: IsoDate, weeks: number): IsoDate =>
  new Date(Date.parse(day) + weeks * 7 * DAY).toISOString().slice(0, 10)

const isShiftEdit = (edit: Edit): edit is { kind: ShiftEditKind } =>
  (shiftEditKinds as readonly string[]).includes(edit.kind)

/**
 * The opening after an edit; null for an edit that would change nothing of what is asked. Everything else stays as it
 * is: fewer hours for the same monthly pay, no vehicle spared by sparing the licence.
 */
export function applyEdit(opening: MatchOpening, edit: Edit): MatchOpening | null {
  if (isShiftEdit(edit)) {
    const shiftOptions = editShifts(opening.shiftOptions, edit.kind)
    return shiftOptions && { ...opening, shiftOptions }
  }
  switch (edit.kind) {
    case 'arrange_childcare':
      return opening.childcareProvided ? null : { ...opening, childcareProvided: true }
    case 'arrange_transport':
      return opening.transportProvided || opening.lodgingProvided
        ? null
        : { ...opening, transportProvided: true }
    case 'drop_licence':
      return opening.licences.length > 0 ? { ...opening, licences: [] } : null
    case 'drop_vehicle':
      return opening.needsVehicle ? { ...opening, needsVehicle: false } : null
    case 'language_lower': {
      const { italianSpoken: spoken, italianWritten: written } = opening
      if (spoken + written === 0) return null
      return { ...opening, italianSpoken: lower(spoken), italianWritten: lower(written) }
    }
    case 'start_weeks_later':
      return { ...opening, startLatest: weeksLater(opening.startLatest, edit.weeks) }
    case 'raise_pay':
      return edit.payMonthlyCents > (opening.payMonthlyCents ?? 0)
        ? { ...opening, payMonthlyCents: edit.payMonthlyCents }
        : null
    case 'train_skill': {
      const requiredSkills = opening.requiredSkills.filter(({ code }) => code !== edit.code)
      if (requiredSkills.length === opening.requiredSkills.length) return null
      const teaches = opening.teaches.includes(edit.code) ? opening.teaches : [...opening.teaches, edit.code]
      return { ...opening, requiredSkills, teaches }
    }
  }
}

/**
 * Every edit of the catalogue that changes something of this opening, in the catalogue's order. Pay is not among them:
 * its next useful step depends on the people (`nextPay`).
 */
export function editsOf(opening: MatchOpening): Edit[] {
  const all: Edit[] = [
    ...shiftEditKinds.map((kind) => ({ kind })),
    { kind: 'arrange_childcare' },
    { kind: 'arrange_transport' },
    { kind: 'drop_licence' },
    { kind: 'drop_vehicle' },
    { kind: 'language_lower' },
    ...startWeeks.map((weeks): Edit => ({ kind: 'start_weeks_later', weeks })),
    ...opening.requiredSkills.map(({ code }): Edit => ({ kind: 'train_skill', code })),
  ]
  return all.filter((edit) => applyEdit(opening, edit) !== null)
}

/**
 * The next useful step of pay: the least multiple of fifty euro that reaches what one of `needed` (the monthly minima, in
 * cents, of people whom pay alone keeps out) asks for; null where there is nobody.
 */
export const nextPay = (needed: readonly number[]): Edit | null =>
  needed.length === 0
    ? null
    : { kind: 'raise_pay', payMonthlyCents: Math.ceil(Math.min(...needed) / PAY_STEP_CENTS) * PAY_STEP_CENTS }

/** An edit as a word, the same for the same edit: for addresses, keys and tests. */
export function editKey(edit: Edit): string {
  if ('weeks' in edit) return `${edit.kind}.${edit.weeks}`
  if ('payMonthlyCents' in edit) return `${edit.kind}.${edit.payMonthlyCents}`
  if ('code' in edit) return `${edit.kind}.${edit.code}`
  return edit.kind
}
