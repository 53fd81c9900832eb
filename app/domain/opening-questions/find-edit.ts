import type { MatchOpening } from '../matching/types.ts'
import { applyEdit, editKey, editsOf, PAY_STEP_CENTS, type Edit } from '../matching/what-if/edits.ts'

const RAISE_PAY = /^raise_pay\.(\d{1,7})$/

/**
 * The edit of the catalogue that an address or a form names; null for one that would change nothing of this opening. Pay
 * goes by whole steps.
 */
export function findEdit(opening: MatchOpening, key: string): Edit | null {
  const [, cents] = RAISE_PAY.exec(key) ?? []
  if (cents === undefined) return editsOf(opening).find((edit) => editKey(edit) === key) ?? null
  const edit: Edit = { kind: 'raise_pay', payMonthlyCents: Number(cents) }
  return edit.payMonthlyCents % PAY_STEP_CENTS === 0 && applyEdit(opening, edit) ? edit : null
}
