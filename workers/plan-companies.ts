import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { asWorker } from './worker-actor.ts'

/** Runs a planning, in a transaction of its own. */
type Run = (companyId: CompanyId, work: (tx: Tx) => Promise<unknown>) => Promise<unknown>

const alone: Run = (_, work) => asWorker(work)

/**
 * Plans each company anew. One that can't be planned stops nobody else: it becomes an event of its own, which is tried
 * again and, if nothing helps, ends among the dead letters where a person sees it.
 * @returns how many could be planned.
 */
export async function planCompanies(companyIds: readonly CompanyId[], run: Run = alone): Promise<number> {
  let planned = 0
  for (const companyId of companyIds) {
    try {
      await run(companyId, (tx) => scheduleFollowUps(tx, companyId))
      planned++
    } catch (error) {
      log.error({ ...errorFields(error), job: 'planning' }, 'company not planned')
      await asWorker((tx) => emit(tx, 'company.plan_due', { companyId }))
    }
  }
  return planned
}
