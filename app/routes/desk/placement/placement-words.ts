import type { FundingSource } from '#app/domain/placements/funding-sources.ts'
import type { PlacementOutcome } from '#app/domain/placements/outcomes.ts'
import type { Report } from '#app/domain/placements/reports.ts'
import { m } from '#app/locales/generated/messages.js'

export const fundingLabels: Record<FundingSource, () => string> = {
  company: m.relationship_funding_company,
  gol: m.relationship_funding_gol,
  region: m.relationship_funding_region,
  fami: m.relationship_funding_fami,
  anti_trafficking: m.relationship_funding_anti_trafficking,
  municipality: m.relationship_funding_municipality,
  foundation: m.relationship_funding_foundation,
  organisation: m.relationship_funding_organisation,
}

/** The name of a source that was kept, also of one that the list no longer has. */
export const fundingName = (source: string): string => fundingLabels[source as FundingSource]?.() ?? source

export const outcomeWords: Record<PlacementOutcome, { label: () => string; hint: () => string }> = {
  completed: { label: m.relationship_outcome_completed, hint: m.relationship_outcome_completed_hint },
  became_hire: { label: m.relationship_outcome_became_hire, hint: m.relationship_outcome_became_hire_hint },
  ended_by_company: {
    label: m.relationship_outcome_ended_by_company,
    hint: m.relationship_outcome_ended_by_company_hint,
  },
  ended_otherwise: {
    label: m.relationship_outcome_ended_otherwise,
    hint: m.relationship_outcome_ended_otherwise_hint,
  },
}

export const reportWords: Record<Report, { label: () => string; hint: () => string }> = {
  feedback_good: {
    label: m.relationship_report_feedback_good,
    hint: m.relationship_report_feedback_good_hint,
  },
  feedback_poor: {
    label: m.relationship_report_feedback_poor,
    hint: m.relationship_report_feedback_poor_hint,
  },
  late_pay: { label: m.relationship_report_late_pay, hint: m.relationship_report_late_pay_hint },
  incident: { label: m.relationship_report_incident, hint: m.relationship_report_incident_hint },
}
