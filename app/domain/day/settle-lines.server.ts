import { newId } from '#app/platform/clock.server.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { refText, type LineRef } from './day-line.ts'
import { settleNews } from './settle-news.server.ts'
import { settleTask } from './settle-task.server.ts'
import type { Settling } from './settling.ts'

/** `left` are those that could not be settled: a colleague was faster, or they must stay in their organisation. */
export type Settled = { batchId: string; settled: number; left: number }

/**
 * Does the same to all the chosen lines of a day. What can't be settled stays as it is; where nothing can, the reason of
 * the first is the answer. All of it is taken back by `undoLines` with the batch's id.
 * @throws DomainError where not a single line could be settled.
 */
export async function settleLines(tx: Tx, lines: readonly LineRef[], what: Settling): Promise<Settled> {
  const actor = actingStaff(tx, 'follow_up.act')
  const batchId = newId<string>()
  // Two people who settle the same lines lock them in the same order.
  const chosen = [...new Map(lines.map((line) => [refText(line), line])).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  let refusal: DomainError | undefined
  let settled = 0
  for (const [, line] of chosen) {
    try {
      await (line.kind === 'task'
        ? settleTask(tx, { actor, batchId, line, what })
        : settleNews(tx, { actor, batchId, line, what }))
      settled++
    } catch (error) {
      // The commands check before they write: a refused line leaves nothing behind.
      if (!(error instanceof DomainError)) throw error
      refusal ??= error
    }
  }
  if (settled === 0 && refusal) throw refusal
  return { batchId, settled, left: chosen.length - settled }
}
