import type { TrustKind } from '../trust/event-kinds.ts'
import { incidents } from '../trust/incidents.ts'

/** What is told of a placement while it lasts: how the person finds it, and what was confirmed about the company. */
export const reports = ['feedback_good', 'feedback_poor', ...incidents] as const
export type Report = (typeof reports)[number]

/** What the company's trust keeps of a report: no word about the person, whose check-in it may have been. */
export const trustOfReport: Record<Report, { kind: TrustKind; causeType: string }> = {
  feedback_good: { kind: 'feedback_good', causeType: 'check_in' },
  feedback_poor: { kind: 'feedback_poor', causeType: 'check_in' },
  late_pay: { kind: 'incident_confirmed', causeType: 'late_pay' },
  incident: { kind: 'incident_confirmed', causeType: 'incident' },
}

export const reportCauses = [...new Set(reports.map((report) => trustOfReport[report].causeType))]

/** The report that an event was, or null. */
export const reportOf = (event: { kind: string; causeType: string }): Report | null =>
  reports.find((report) => {
    const { kind, causeType } = trustOfReport[report]
    return kind === event.kind && causeType === event.causeType
  }) ?? null
