import { scheduleFollowUps } from '#app/domain/follow-ups/schedule-follow-ups.server.ts'
import { tellCoordinators } from '#app/domain/follow-ups/tell-coordinators.server.ts'
import { enqueueMail } from '#app/domain/mails/enqueue-mail.server.ts'
import type { CompanyId, UserId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

export const VERIFY_COMPANY = 'verify_company'

/** A company signed up: its way in, and the coordinators' two looks at it. */
export const welcomeCompany: Handler<'company.signed_up'> = async ({ id, payload }, effect) => {
  const companyId = payload.companyId as CompanyId
  const subject = { type: 'company' as const, id: companyId }
  await effect('mail', (tx) =>
    enqueueMail(tx, {
      outboxId: id,
      template: 'company_welcome',
      to: { userId: payload.userId as UserId, companyId },
      subject,
    }),
  )
  await effect('tasks', (tx) =>
    tellCoordinators(tx, { rule: VERIFY_COMPANY, title: 'mail_task_verify_company', subject, companyId }),
  )
  await effect('follow-ups', (tx) => scheduleFollowUps(tx, companyId))
}
