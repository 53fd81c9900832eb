import { cefrCode } from '#app/domain/taxonomy/cefr.ts'
import type { Verdict } from './constraints.ts'
import type { ShiftVerdict } from './constraints/shift.ts'
import type { SkillsVerdict } from './constraints/skills.ts'
import type { LicenceVerdict } from './constraints/licence.ts'
import type { LanguageVerdict } from './constraints/language.ts'
import type { CommuteVerdict } from './constraints/commute.ts'
import type { PermitVerdict } from './constraints/permit.ts'
import type { PayVerdict } from './constraints/pay.ts'
import { explainRanges } from './explain-ranges.ts'
import type { MatchingKey, MessageDescriptor } from './message.ts'
import type { TermScore } from './score.ts'

/** One sentence, and what it rests on where that is a list. */
export type Explanation = { summary: MessageDescriptor; details: MessageDescriptor[] }

const say = (key: MatchingKey, params: MessageDescriptor['params'] = {}): MessageDescriptor => ({
  key,
  params,
})

const only = (key: MatchingKey, params: MessageDescriptor['params'] = {}): Explanation => ({
  summary: say(key, params),
  details: [],
})

function explainShift(verdict: ShiftVerdict): Explanation {
  if (verdict.met)
    return only(verdict.facts.thanksToChildcare ? 'matching_shift_met_childcare' : 'matching_shift_met')
  const { bestOption, missingHours, missing, fitsWithChildcare } = verdict.facts
  if (bestOption === null) return only('matching_shift_blocked_no_option')
  const childcare = fitsWithChildcare ? [say('matching_shift_fits_with_childcare')] : []
  return {
    summary: say('matching_shift_blocked', { hours: missingHours }),
    details: [...explainRanges(missing), ...childcare],
  }
}

function explainSkills(verdict: SkillsVerdict): Explanation {
  if (verdict.met)
    return only(verdict.facts.required > 0 ? 'matching_skills_met' : 'matching_skills_met_none')
  const details = verdict.facts.missing.map(({ code, held, asked }) =>
    say(asked === 1 || held === 0 ? `matching_skill_absent_${asked}` : `matching_skill_low_${asked}`, {
      skill: code,
    }),
  )
  return { summary: say('matching_skills_blocked'), details }
}

function explainLicence(verdict: LicenceVerdict): Explanation {
  if (verdict.met) {
    const { asked, vehicle } = verdict.facts
    return only(asked.length > 0 || vehicle ? 'matching_licence_met' : 'matching_licence_met_none')
  }
  const { missing, vehicleMissing } = verdict.facts
  const categories = missing.map((category) => say('matching_licence_missing', { category }))
  const vehicle = vehicleMissing ? [say('matching_licence_vehicle_missing')] : []
  return { summary: say('matching_licence_blocked'), details: [...categories, ...vehicle] }
}

function explainLanguage(verdict: LanguageVerdict): Explanation {
  if (verdict.met) {
    const { spoken, written } = verdict.facts
    return only(spoken + written > 0 ? 'matching_language_met' : 'matching_language_met_none')
  }
  const details = verdict.facts.missing.map(({ skill, asked, held }) =>
    say(`matching_language_missing_${skill}`, { asked: cefrCode(asked), held: cefrCode(held) }),
  )
  return { summary: say('matching_language_blocked'), details }
}

function explainCommute(verdict: CommuteVerdict): Explanation {
  const { km, maxKm: max } = verdict.facts
  if (!verdict.met) return only('matching_commute_blocked', { km, max })
  const { lift } = verdict.facts
  return lift === null
    ? only('matching_commute_met', { km, max })
    : only(`matching_commute_met_${lift}`, { km })
}

function explainPermit(verdict: PermitVerdict): Explanation {
  const { facts } = verdict
  if ('byRenewal' in facts) {
    if (facts.until === null) return only('matching_permit_met')
    const params = { untilDate: facts.until }
    return only(facts.byRenewal ? 'matching_permit_met_renewal' : 'matching_permit_met_until', params)
  }
  if (facts.reason === 'expires')
    return only('matching_permit_blocked_expires', { untilDate: facts.until, startDate: facts.startsOn })
  // The far date stands for a person who may not work and has no date yet.
  if (facts.mayWorkFrom.startsWith('9999')) return only('matching_permit_blocked_no_date')
  return only('matching_permit_blocked_not_yet', { fromDate: facts.mayWorkFrom })
}

function explainPay({ met, facts: { payCents, minPayCents } }: PayVerdict): Explanation {
  if (minPayCents === 0) return only('matching_pay_met_no_minimum')
  if (met) return only('matching_pay_met', { minCents: minPayCents })
  return payCents === null
    ? only('matching_pay_blocked_unstated', { minCents: minPayCents })
    : only('matching_pay_blocked', { payCents, minCents: minPayCents })
}

/** A verdict in words, for those who may see it: filter by `visibleTo` first. Exhaustive over the constraints. */
export function explainVerdict(verdict: Verdict): Explanation {
  switch (verdict.constraint) {
    case 'shift':
      return explainShift(verdict)
    case 'skills':
      return explainSkills(verdict)
    case 'licence':
      return explainLicence(verdict)
    case 'language':
      return explainLanguage(verdict)
    case 'commute':
      return explainCommute(verdict)
    case 'permit':
      return explainPermit(verdict)
    case 'start': {
      const params = { freeDate: verdict.facts.freeFrom, latestDate: verdict.facts.startLatest }
      return only(verdict.met ? 'matching_start_met' : 'matching_start_blocked', params)
    }
    case 'pay':
      return explainPay(verdict)
    case 'aim':
      return only(`matching_aim_${verdict.met ? 'met' : 'blocked'}_${verdict.facts.kind}`)
    case 'demands': {
      if (verdict.met) return only('matching_demands_met')
      const details = verdict.facts.clashing.map((demand) => say('matching_demands_clash', { demand }))
      return { summary: say('matching_demands_blocked'), details }
    }
    case 'exclusion': {
      if (verdict.met) return only('matching_exclusion_met')
      const kinds = [...new Set(verdict.facts.matched.map(({ kind }) => kind))]
      const details = kinds.map((kind) => say(`matching_exclusion_${kind}`))
      return { summary: say('matching_exclusion_blocked'), details }
    }
  }
}

/** A term of the score in words, with its points out of those it could give. */
export const explainTerm = ({ term, points, weight }: TermScore): MessageDescriptor =>
  say(`matching_term_${term}_points`, { points, weight })
