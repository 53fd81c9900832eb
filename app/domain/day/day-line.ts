import { isUuid } from '../shared/ids.ts'

/**
 * What a day is made of: something to do, a company's answer to one of her cards, the new matches of her people, a
 * company that cools and that nobody has planned to call.
 */
export const lineKinds = ['task', 'answer', 'match', 'cooling'] as const
export type LineKind = (typeof lineKinds)[number]

/** What is settled on a page of its own, and leaves the list with that. */
export type ElsewhereKind = 'request' | 'lapse'

/** A line by its kind and the id of what it is about; new matches by the millisecond up to which they were read. */
export type LineRef = { kind: LineKind; id: string }
export type ShownRef = LineRef | { kind: ElsewhereKind; id: string }

/** Where a line stands in the list. */
export const dayParts = ['overdue', 'today', 'week'] as const
export type DayPart = (typeof dayParts)[number]

/** What can be done to a line. */
export const lineActs = ['done', 'postponed', 'handed_on', 'skipped'] as const
export type LineAct = (typeof lineActs)[number]

/** A line as forms and addresses write it: `task:<id>`. */
export const refText = ({ kind, id }: ShownRef): string => `${kind}:${id}`

/** The line of the list that `text` names, or null for anything else. */
export function readRef(text: string): LineRef | null {
  const [kind, id, ...rest] = text.split(':')
  const known = lineKinds.find((one) => one === kind)
  if (!known || id === undefined || rest.length > 0) return null
  return (known === 'match' ? /^\d{13}$/.test(id) : isUuid(id)) ? { kind: known, id } : null
}
