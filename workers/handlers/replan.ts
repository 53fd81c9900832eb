import { companiesToPlan } from '#app/domain/follow-ups/companies-to-plan.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'
import { planAfter } from './plan-company.ts'
import { planCompanies } from '../plan-companies.ts'
import { asWorker } from '../worker-actor.ts'

/** So many companies an event: it ends well within its lease, and other events come in between. */
const PAGE = 25

/** A rule was changed: a page of companies is planned anew, and the next page is an event of its own. */
export const replanPage: Handler<'rules.changed'> = async ({ payload }, effect) => {
  const after = payload.afterCompanyId as CompanyId
  const page = await asWorker((tx) => companiesToPlan(tx, after, PAGE))
  await planCompanies(page, (companyId, work) => effect(`plan:${companyId}`, work))
  const last = page.at(-1)
  if (last && page.length === PAGE) {
    await effect('next page', (tx) => emit(tx, 'rules.changed', { afterCompanyId: last }))
  }
}

/** Something settled, somebody else who answers, or a planning with the others that failed: a company is planned by itself. */
export const planAlone: Handler<'company.plan_due'> = (event, effect) =>
  planAfter(event, effect, event.payload.companyId as CompanyId)
