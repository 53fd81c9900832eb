import { now } from '#app/platform/clock.server.ts'
import type { placements } from '#db/schema/proposals.ts'
import { audit } from '../audit/record.server.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { DomainError } from '../shared/errors.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { eventsOfCause, withdrawEvents } from '../trust/events-of-cause.server.ts'
import { recordTrustEvent } from '../trust/record-trust-event.server.ts'
import { ownProposal } from './own-proposal.server.ts'
import type { ReportForm } from './record-report.schema.server.ts'
import { reportCauses, reportOf, trustOfReport } from './reports.ts'

const causeOf = ({ companyId, id }: Pick<typeof placements.$inferSelect, 'companyId' | 'id'>) => ({
  companyId,
  causeTypes: reportCauses,
  causeId: id,
})

/** What was told of a placement and not withdrawn, the latest first. For whoever may read the placement. */
export async function reportsOf(tx: Tx, placement: Parameters<typeof causeOf>[0]) {
  const events = await eventsOfCause(tx, causeOf(placement))
  return events.flatMap((event) => {
    const report = reportOf(event)
    return report ? [{ id: event.id, report, at: event.occurredAt }] : []
  })
}

/**
 * Records what came out at a check-in of a placement of one's own organisation: how the person finds it, or late pay or an
 * incident that was confirmed. One of each a day: who presses twice has not said it twice.
 * @throws DomainError not_found for another organisation's, conflict before it begins and where it is recorded already,
 * invalid for a day before it began.
 */
export async function recordReport(tx: Tx, cardId: CardId, { report, day }: ReportForm): Promise<void> {
  const { placement } = await ownProposal(tx, cardId)
  const today = localDate(now())
  if (!placement || placement.startsOn > today)
    throw new DomainError('conflict', 'relationship_report_not_begun')
  if (day < placement.startsOn) throw new DomainError('invalid', 'relationship_report_day_before', 'day')
  const { kind, causeType } = trustOfReport[report]
  const { id: causeId, companyId, candidateId } = placement
  const told = await reportsOf(tx, placement)
  if (told.some((each) => trustOfReport[each.report].causeType === causeType && localDate(each.at) === day))
    throw new DomainError('conflict', 'relationship_report_known', 'day')
  const occurredAt = day === today ? now() : atLocal(day, '12:00')
  await audit(tx, { action: 'placement.reported', subjectType: 'candidate', subjectId: candidateId })
  await recordTrustEvent(tx, { companyId, kind, causeType, causeId, occurredAt })
}

/**
 * Withdraws a report of a placement of one's own organisation.
 * @throws DomainError not_found for another organisation's, conflict where it is withdrawn already.
 */
export async function withdrawReport(tx: Tx, cardId: CardId, id: string): Promise<void> {
  const { placement } = await ownProposal(tx, cardId)
  const withdrawn = placement ? await withdrawEvents(tx, { ...causeOf(placement), id }) : 0
  if (withdrawn === 0) throw new DomainError('conflict', 'relationship_report_gone')
  await audit(tx, {
    action: 'placement.report_withdrawn',
    subjectType: 'candidate',
    subjectId: placement?.candidateId,
  })
}
