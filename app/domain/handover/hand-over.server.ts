import { audit } from '../audit/record.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { giverOf } from './giver.server.ts'
import { handOverCompanies } from './hand-over-companies.server.ts'
import { handOverPeople } from './hand-over-people.server.ts'
import type { HandOver } from './hand-over.schema.server.ts'
import { handOverTasks } from './hand-over-tasks.server.ts'
import { chosenReceivers } from './receivers.server.ts'

export type HandedOver = { companies: number; tasks: number; people: number; threads: number }

/**
 * Everything that somebody owns goes to others in one transaction: her companies with their next steps, her people with
 * what was proposed for them, her tasks and what she is waiting for. An administrator does it without seeing any person.
 * @throws DomainError stale when something changed hands since the form was made, invalid for a receiver who can't have it.
 */
export async function handOver(tx: Tx, input: HandOver): Promise<HandedOver> {
  const giver = await giverOf(tx, input.from as UserId)
  const chosen = [
    input.companiesTo,
    input.peopleTo,
    ...Object.values(input.company).map(({ to }) => to),
    ...Object.values(input.person),
  ].filter((id): id is string => Boolean(id))
  const to = await chosenReceivers(tx, giver, chosen)
  const companies = await handOverCompanies(tx, giver, input, to)
  // Row security hides persons from administrators: the count is all that comes out.
  const blind = tx.actor.kind === 'staff' && tx.actor.role === 'admin'
  const rest = async () => {
    const { people, threads, byCandidate } = await handOverPeople(tx, giver, input, to)
    const tasks = await handOverTasks(tx, giver, input, to, byCandidate)
    return { people, threads, tasks }
  }
  const done = blind ? await asOurselves(tx, rest) : await rest()
  await audit(tx, {
    action: 'handover.made',
    subjectType: 'user',
    subjectId: giver.userId,
    orgId: giver.orgId,
  })
  return { companies, ...done }
}
