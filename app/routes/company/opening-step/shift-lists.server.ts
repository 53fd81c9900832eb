import { MOST_SHIFTS } from '#app/domain/openings/opening-facts.ts'
import { emptyBits } from '#app/ui/week-grid/mask-fields.ts'
import { foldWeekGrid, type PostedWeek } from '#app/ui/week-grid/fold-week-grid.ts'

/** A way to do the hours as it stands in the form. */
export type ShiftLine = {
  kind: string
  hoursPerWeek: string
  week: Pick<PostedWeek, 'mask'> & Partial<PostedWeek>
}

export const NEW_SHIFT: ShiftLine = { kind: 'fixed', hoursPerWeek: '', week: { mask: emptyBits } }

const PRESS = 'do'

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function linesIn(form: FormData): Required<ShiftLine>[] {
  const shown = Array.from({ length: MOST_SHIFTS + 1 }, (_, index) => index).filter((index) =>
    [...form.keys()].some((name) => name.startsWith(`shifts[${index}]`)),
  )
  return shown.map((index) => ({
    kind: typed(form, `shifts[${index}].kind`),
    hoursPerWeek: typed(form, `shifts[${index}].hoursPerWeek`),
    week: foldWeekGrid(form, `shifts[${index}].mask`),
  }))
}

function writeLines(form: FormData, lines: readonly ShiftLine[]): void {
  for (const name of new Set(form.keys())) if (name.startsWith('shifts')) form.delete(name)
  for (const [index, { kind, hoursPerWeek, week }] of lines.entries()) {
    form.set(`shifts[${index}].kind`, kind)
    form.set(`shifts[${index}].hoursPerWeek`, hoursPerWeek)
    form.set(`shifts[${index}].mask`, week.mask)
  }
}

/**
 * The shifts in the form, each grid folded into one field, after the button pressed has had its effect. `again` when it
 * was a button of the list or of a grid: the page is shown again with it and nothing is saved. `incomplete` are the
 * positions of grids with an hour that begins or ends nowhere.
 */
export function readShiftLines(form: FormData) {
  const press = typed(form, PRESS)
  form.delete(PRESS)
  const before = linesIn(form)
  const [act, position] = press.split(':')
  const shifts: ShiftLine[] =
    act === 'add' && before.length < MOST_SHIFTS
      ? [...before, NEW_SHIFT]
      : act === 'remove' && before.length > 1
        ? before.filter((_, index) => String(index) !== position)
        : before
  writeLines(form, shifts)
  return {
    again: (press !== '' && press !== 'enter') || before.some(({ week }) => week.again),
    incomplete: before.flatMap(({ week }, index) => (week.incompleteDays?.length ? [index] : [])),
    answer: { shifts },
  }
}
