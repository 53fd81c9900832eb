import type { ContactRole } from '#app/domain/companies/contact-roles.ts'
import type { GroupKind } from '#app/domain/companies/group-kinds.ts'
import type { InteractionKind, InteractionOutcome } from '#app/domain/companies/interaction-kinds.ts'
import type { LackFilter } from '#app/domain/companies/lacks.ts'
import type { CompanySort, Whose } from '#app/domain/companies/portfolio.ts'
import type { SizeBand } from '#app/domain/companies/size-bands.ts'
import type { TrustSlope } from '#app/domain/trust/slope.ts'
import type { TrustStage } from '#app/domain/trust/stages.ts'
import type { Standing } from '#app/domain/trust/standing.ts'
import type { NotNowReason } from '#app/domain/proposals/not-now-reasons.ts'
import { m } from '#app/locales/generated/messages.js'

export const interactionLabels: Record<InteractionKind, () => string> = {
  call: m.relationship_kind_call,
  visit: m.relationship_kind_visit,
  mail: m.relationship_kind_mail,
  meeting: m.relationship_kind_meeting,
  event: m.relationship_kind_event,
}

export const outcomeLabels: Record<InteractionOutcome, () => string> = {
  positive: m.relationship_outcome_positive,
  neutral: m.relationship_outcome_neutral,
  negative: m.relationship_outcome_negative,
  no_answer: m.relationship_outcome_no_answer,
}

export const contactRoleLabels: Record<ContactRole, () => string> = {
  hr: m.relationship_contact_role_hr,
  owner: m.relationship_contact_role_owner,
  tutor: m.relationship_contact_role_tutor,
  other: m.relationship_contact_role_other,
}

export const groupKindLabels: Record<GroupKind, () => string> = {
  association: m.groups_kind_association,
  consortium: m.groups_kind_consortium,
  group: m.groups_kind_group,
}

export const sizeLabels: Record<SizeBand, () => string> = {
  micro: m.relationship_size_micro,
  small: m.relationship_size_small,
  medium: m.relationship_size_medium,
  large: m.relationship_size_large,
}

export const stageLabels: Record<TrustStage, () => string> = {
  new: m.trust_stage_new,
  contacted: m.trust_stage_contacted,
  in_dialogue: m.trust_stage_in_dialogue,
  posting: m.trust_stage_posting,
  hosting: m.trust_stage_hosting,
  hiring: m.trust_stage_hiring,
  testimonial: m.trust_stage_testimonial,
  ambassador: m.trust_stage_ambassador,
}

export const lackLabels: Record<LackFilter, () => string> = {
  any: m.relations_lack_any,
  lead: m.relations_lack_lead,
  next_touch: m.relations_lack_next_touch,
  contact: m.relations_lack_contact,
}

export const slopeLabels: Record<TrustSlope, () => string> = {
  warming: m.trust_slope_warming,
  steady: m.trust_slope_steady,
  cooling: m.trust_slope_cooling,
  at_risk: m.trust_slope_at_risk,
}

export const standingLabels: Record<Standing, () => string> = {
  open: m.trust_standing_open,
  paused: m.trust_standing_paused,
  do_not_contact: m.trust_standing_do_not_contact,
}

export const whoseLabels: Record<Whose, () => string> = {
  mine: m.relationship_companies_mine,
  org: m.relationship_companies_org,
  all: m.relationship_companies_all,
}

export const sortLabels: Record<CompanySort, () => string> = {
  next: m.relationship_sort_next,
  name: m.relationship_sort_name,
  score: m.relationship_sort_score,
  coldest: m.relationship_sort_coldest,
  last: m.relationship_sort_last,
  openings: m.portfolio_sort_openings,
}

/** `2 h 05 min`, or the minutes alone below an hour. */
export function minutesText(minutes: number): string {
  if (minutes < 60) return m.relationship_effort_minutes({ minutes })
  return m.relationship_effort_hours({ hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** Why a company said "not now". */
export const notNowLabels: Record<NotNowReason, () => string> = {
  hours: m.follow_ups_not_now_hours,
  start_later: m.follow_ups_not_now_start_later,
  season: m.follow_ups_not_now_season,
  skills: m.follow_ups_not_now_skills,
  language: m.follow_ups_not_now_language,
  budget: m.follow_ups_not_now_budget,
  role_filled: m.follow_ups_not_now_role_filled,
  other_choice: m.follow_ups_not_now_other_choice,
}
