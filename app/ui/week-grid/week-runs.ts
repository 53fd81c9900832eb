import { HALF_HOURS_A_DAY, weekdays } from '#app/domain/matching/week.ts'
import type { MaskBits } from '#app/ui/week-grid/mask-fields.ts'

/** `have` only, `need` only, or both at once. */
export type SlotState = 'have' | 'need' | 'both'
export type Run = { day: number; from: number; to: number; state: SlotState }

const stateAt = (have: MaskBits, need: MaskBits | undefined, index: number): SlotState | null => {
  const [has, needs] = [have[index] === '1', need?.[index] === '1']
  if (has && (needs || need === undefined)) return 'both'
  return has ? 'have' : needs ? 'need' : null
}

/** Stretches of one state inside a day, to be drawn. Without `need` everything taken counts as `both`. */
export function runsOf(have: MaskBits, need?: MaskBits): Run[] {
  return weekdays.flatMap((day) => {
    const runs: Run[] = []
    for (let at = 0; at < HALF_HOURS_A_DAY; at++) {
      const state = stateAt(have, need, day * HALF_HOURS_A_DAY + at)
      const last = runs.at(-1)
      if (state && last?.to === at && last.state === state) last.to = at + 1
      else if (state) runs.push({ day, from: at, to: at + 1, state })
    }
    return runs
  })
}
