import { now } from '#app/platform/clock.server.ts'
import { authorise } from '../access/authorise.server.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { DomainError } from '../shared/errors.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { eventsOfCause, withdrawEvents } from '../trust/events-of-cause.server.ts'
import { incidents, type Incident } from '../trust/incidents.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import type { IncidentForm } from './confirm-incident.schema.server.ts'
import { lockCompany } from './lock-company.server.ts'

/** Late pay and incidents confirmed against a company, also those of a placement's page, the latest first; of no person. */
export async function incidentsOf(tx: Tx, companyId: CompanyId) {
  authorise(tx, 'incident.confirm')
  const events = await eventsOfCause(tx, { companyId, causeTypes: incidents })
  return events.map(({ id, causeType, occurredAt }) => ({
    id,
    incident: causeType as Incident,
    at: occurredAt,
  }))
}

/**
 * Confirms late pay or an incident of which the coordinators heard by another way than a placement's check-in.
 * @throws DomainError conflict where the same is confirmed of that day already.
 */
export async function confirmIncident(
  tx: Tx,
  companyId: CompanyId,
  { incident, day }: IncidentForm,
): Promise<void> {
  authorise(tx, 'incident.confirm')
  await lockCompany(tx, companyId)
  const known = await incidentsOf(tx, companyId)
  if (known.some((each) => each.incident === incident && localDate(each.at) === day))
    throw new DomainError('conflict', 'relationship_report_known', 'day')
  const occurredAt = day === localDate(now()) ? now() : atLocal(day, '12:00')
  await recordTrustEvent(tx, {
    ...{ companyId, kind: 'incident_confirmed', causeType: incident, causeId: null },
    occurredAt,
  })
}

/** Withdraws one, whoever confirmed it. @throws DomainError conflict where it is withdrawn already. */
export async function withdrawIncident(tx: Tx, companyId: CompanyId, id: string): Promise<void> {
  authorise(tx, 'incident.confirm')
  if ((await withdrawEvents(tx, { companyId, causeTypes: incidents, id })) === 0)
    throw new DomainError('conflict', 'relationship_report_gone')
}
