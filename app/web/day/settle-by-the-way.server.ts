import { readRef } from '#app/domain/day/day-line.ts'
import { settleLines } from '#app/domain/day/settle-lines.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'

/** Marks the line that a logged contact settles as done. That a colleague was faster is no reason to lose the contact. */
export async function settleByTheWay(tx: Tx, closes: string | undefined): Promise<void> {
  const ref = readRef(closes ?? '')
  if (!ref) return
  try {
    await settleLines(tx, [ref], { act: 'done' })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
}
