import { companiesToPlan } from '#app/domain/follow-ups/companies-to-plan.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { keepScores } from '#app/domain/trust/keep-score.server.ts'
import type { Handler } from '../handler.ts'
import { asWorker } from '../worker-actor.ts'

/** Their histories fit into memory and their rows are not kept from anybody for long. */
const PAGE = 250

/** What an event counts for was changed: the scores of a page of companies are kept anew, and the next page is an event of its own. */
export const keepScoresPage: Handler<'trust.weights_changed'> = async ({ payload }, effect) => {
  const after = payload.afterCompanyId as CompanyId
  const page = await asWorker((tx) => companiesToPlan(tx, after, PAGE))
  await effect('scores', async (tx) => {
    await keepScores(tx, page)
    const last = page.at(-1)
    if (last && page.length === PAGE) await emit(tx, 'trust.weights_changed', { afterCompanyId: last })
  })
}
