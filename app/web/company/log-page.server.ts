import { companyToManage } from '#app/domain/companies/company-to-manage.server.ts'
import { readTasks } from '#app/domain/follow-ups/day-tasks.server.ts'
import { readRef } from '#app/domain/day/day-line.ts'
import type { CompanyId, FollowUpId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { ActionCall, Call } from '../define.server.ts'
import { followUpTitle } from '../follow-up-title.server.ts'
import { actOnCompany } from './company-actions.server.ts'
import { logFormData } from './load-company.server.ts'

/** The page on which a contact with one company is logged, and the line of the day from which one came. */
export async function loadLogPage({ tx, url }: Call & { tx: Tx }, companyId: CompanyId) {
  const { name, contacts } = await companyToManage(tx, companyId)
  const ref = readRef(url.searchParams.get('voce') ?? '')
  const [task] = ref?.kind === 'task' ? await readTasks(tx, [ref.id as FollowUpId]) : []
  const settles = task?.company.id === companyId ? task : null
  return {
    ...{ companyId, name },
    contacts: contacts.map(({ id, name, active }) => ({ id, name, active })),
    settles: settles && { ref: `task:${settles.id}`, title: followUpTitle(settles) },
    ...(await logFormData(tx, companyId)),
  }
}

/** Logs, and goes back to where one came from: the day, or the page of the company. */
export function logFromPage(call: ActionCall & { tx: Tx }, base: '/lavoro' | '/rete') {
  const companyId = call.id<CompanyId>('id')
  const day = base === '/lavoro' ? base : `${base}/giornata`
  const fromDay = call.url.searchParams.get('da') === 'giornata'
  return actOnCompany(call, companyId, fromDay ? day : `${base}/aziende/${companyId}`)
}
