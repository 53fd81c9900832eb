import { and, asc, eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { recordLeadChange } from '../companies/record-lead-change.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Giver } from './giver.server.ts'
import type { HandOver } from './hand-over.schema.server.ts'
import type { chosenReceivers } from './receivers.server.ts'

export type To = Awaited<ReturnType<typeof chosenReceivers>>

/**
 * Gives each company its new lead. The form names them all with their versions: of two people who hand the same one over
 * at once, the second finds that it is not hers any more.
 */
export async function handOverCompanies(tx: Tx, giver: Giver, input: HandOver, to: To): Promise<number> {
  const led = await tx
    .select()
    .from(companies)
    .where(eq(companies.leadUserId, giver.userId))
    .orderBy(asc(companies.id))
    .for('update')
  const known = Object.entries(input.company)
  const unchanged = led.every(({ id, version }) => input.company[id]?.version === version)
  if (!unchanged || led.length !== known.length) throw new DomainError('stale', 'handover_changed')
  for (const company of led) {
    const chosen = input.company[company.id]?.to
    const receiver = chosen
      ? to.ofCompanies(chosen, `company.${company.id}.to`)
      : to.ofCompanies(input.companiesTo, 'companiesTo')
    const lead = { userId: receiver.userId, orgId: receiver.orgId }
    const [moved] = await tx
      .update(companies)
      .set({ leadUserId: lead.userId, leadOrgId: lead.orgId, version: company.version + 1 })
      .where(and(eq(companies.id, company.id), eq(companies.version, company.version)))
      .returning({ id: companies.id })
    if (!moved) throw new DomainError('stale', 'handover_changed')
    await recordLeadChange(tx, company, lead, 'handed_over')
  }
  return led.length
}
