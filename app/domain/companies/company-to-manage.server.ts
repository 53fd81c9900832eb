import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { can } from '../access/can.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { notFound } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustStage } from '../trust/stages.ts'
import { standingOf } from '../trust/standing-of.ts'
import { accessRequests } from './access-requests.server.ts'
import { contactsOf } from './contacts-of.server.ts'

/** What the forms about a company begin from: its facts with their version, its contacts, who asks to be one, its rung and standing. */
export async function companyToManage(tx: Tx, companyId: CompanyId) {
  actingStaff(tx, 'company.relate')
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
  if (!company) notFound()
  const { id, version, name, sector, sizeBand, placeCode, website, stage, leadOrgId } = company
  const requests = await accessRequests(tx, companyId)
  const asking = new Set(requests.map(({ contactId }) => contactId))
  return {
    ...{ id, version, name, sector, sizeBand, placeCode, website },
    stage: stage as TrustStage,
    standing: standingOf(company, now()),
    contacts: (await contactsOf(tx, companyId)).filter(({ id }) => !asking.has(id)),
    requests,
    mayAnswerRequests: can(tx.actor, 'contact.admit', { leadOrgId }),
  }
}
