import { actingStaff } from '../access/acting-staff.server.ts'
import { can } from '../access/can.ts'
import type { CompanyRow } from '../companies/lock-company.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { mayFollow } from './lead-rules.ts'
import { receivers, type Receiver } from './receivers.server.ts'

/** To whom the actor may give a company, by organisation and name: to nobody where it is not hers to give. */
export async function leadReceivers(
  tx: Tx,
  company: Pick<CompanyRow, 'leadUserId' | 'leadOrgId'>,
): Promise<Receiver[]> {
  const actor = actingStaff(tx, 'company.relate')
  if (!can(tx.actor, 'company.change_lead', company)) return []
  return (await receivers(tx, null)).filter((one) => mayFollow(actor, company, one))
}
