import type { CompanyPage } from '#app/domain/companies/company-page.server.ts'
import { leadReceivers } from '#app/domain/handover/lead-receivers.server.ts'
import { userIdOf } from '#app/domain/shared/actor.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LeadView } from '#app/ui/handover/lead-view.ts'
import { newFormKey } from '../form-key.server.ts'
import { byOrg } from './handover-view.server.ts'

/** What the form about who follows a company begins from; null for whoever may not change it. */
export async function leadView(tx: Tx, { lead }: Pick<CompanyPage, 'lead'>): Promise<LeadView | null> {
  const { userId, orgId, name, org } = lead
  const receivers = await leadReceivers(tx, { leadUserId: userId, leadOrgId: orgId })
  if (receivers.length === 0) return null
  const own = receivers.every((one) => one.userId === userIdOf(tx.actor))
  return {
    from: userId,
    now: name && [name, org].filter(Boolean).join(', '),
    takes: userId === null && own ? (receivers[0]?.userId ?? null) : null,
    to: byOrg(receivers),
    formKey: newFormKey(),
  }
}
