import type { CompanyId } from '#app/domain/shared/ids.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { sees, type Snapshot } from '#app/domain/shared/snapshot.server.ts'
import { now } from '#app/platform/clock.server.ts'

/** A plan is also one of its day and hour: an older one is made anew whatever it saw. */
const HOLDS = MINUTE

/** Companies at most that are remembered: the latest. */
const MOST = 1_000

const lately = new Map<CompanyId, { snapshot: Snapshot; at: Date }>()

/** Remembers what a planning that has been committed had seen when it began. */
export function notePlan(companyId: CompanyId, snapshot: Snapshot): void {
  lately.delete(companyId)
  lately.set(companyId, { snapshot, at: now() })
  const [oldest] = lately.keys()
  if (lately.size > MOST && oldest) lately.delete(oldest)
}

/** A worker that starts knows of none: the process may have had another database before. */
export const forgetPlans = (): void => lately.clear()

/**
 * Whether this process has planned the company a moment ago in the knowledge of what `transaction` wrote: it need not be
 * planned again for that. False where it does not know.
 */
export function planSaw(companyId: CompanyId, transaction: string): boolean {
  const last = lately.get(companyId)
  return last !== undefined && Math.abs(+now() - +last.at) < HOLDS && sees(last.snapshot, transaction)
}
