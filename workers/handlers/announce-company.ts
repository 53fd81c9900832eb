import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { tellCoordinators } from '#app/domain/follow-ups/tell-coordinators.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'
import { VERIFY_COMPANY } from './welcome-company.ts'

/** Somebody of the network wrote a company down: it gets no mail, and the coordinators' two looks at it. */
export const announceCompany: Handler<'company.added'> = async ({ payload }, effect) => {
  const companyId = payload.companyId as CompanyId
  const subject = { type: 'company' as const, id: companyId }
  await effect('tasks', (tx) =>
    tellCoordinators(tx, { rule: VERIFY_COMPANY, title: 'mail_task_verify_company', subject, companyId }),
  )
  await effect('follow-ups', (tx) => scheduleFollowUps(tx, companyId))
}
