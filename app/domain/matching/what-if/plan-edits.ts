import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import { licenceCovers } from '#app/domain/taxonomy/licences.ts'
import { levelHeld } from '../constraints/skills.ts'
import type { IsoDate, MatchProfile, SkillLevel } from '../types.ts'
import { shifted, type WeekMask } from '../week.ts'

/** The highest CEFR level there is: C2. */
const MASTERY = 6
/** Half-hours by which a day may begin earlier or end later. */
const AN_HOUR = 2

/**
 * One concrete step of a person's plan: what a course, a service or an agreement may bring about. `learn_skill` names the
 * skill and the level it leads to.
 */
export type PlanEdit =
  | { kind: 'licence_b' | 'vehicle' | 'licence_b_and_vehicle' }
  | { kind: 'italian_up' | 'childcare' | 'hour_earlier' | 'hour_later' | 'free_now' }
  | { kind: 'learn_skill'; code: string; level: SkillLevel }

const higher = (level: CefrLevel): CefrLevel => (level < MASTERY ? ((level + 1) as CefrLevel) : level)

/** A course leads to working on one's own, and who does that already becomes an expert. */
const learnt = (held: SkillLevel | 0): SkillLevel => (held >= 2 ? 3 : 2)

/** The week with every stretch an hour longer: to its front (-1) or to its end (1). */
const longer = (week: WeekMask, towards: -1 | 1): WeekMask =>
  Array.from({ length: AN_HOUR }, (_, at) => shifted(week, towards * (at + 1))).reduce(
    (all, moved) => all | moved,
    week,
  )

const withHour = (profile: MatchProfile, towards: -1 | 1): MatchProfile | null => {
  const available = longer(profile.available, towards)
  if (available === profile.available) return null
  return { ...profile, available, withChildcare: available | longer(profile.withChildcare, towards) }
}

/** The person after a step of her plan; null where it changes nothing. Everything else stays as it is. */
export function applyPlanEdit(profile: MatchProfile, edit: PlanEdit, today: IsoDate): MatchProfile | null {
  switch (edit.kind) {
    case 'licence_b':
      return licenceCovers(profile.licences, 'B')
        ? null
        : { ...profile, licences: [...profile.licences, 'B'] }
    case 'vehicle':
      return profile.hasVehicle ? null : { ...profile, hasVehicle: true }
    case 'licence_b_and_vehicle':
      // With one of the two at hand this is the step of the other.
      return profile.hasVehicle || licenceCovers(profile.licences, 'B')
        ? null
        : { ...profile, licences: [...profile.licences, 'B'], hasVehicle: true }
    case 'italian_up': {
      const { italianSpoken: spoken, italianWritten: written } = profile
      if (spoken === MASTERY && written === MASTERY) return null
      return { ...profile, italianSpoken: higher(spoken), italianWritten: higher(written) }
    }
    case 'childcare': {
      const available = profile.available | profile.withChildcare
      return available === profile.available ? null : { ...profile, available }
    }
    case 'hour_earlier':
      return withHour(profile, -1)
    case 'hour_later':
      return withHour(profile, 1)
    case 'free_now':
      return profile.freeFrom > today ? { ...profile, freeFrom: today } : null
    case 'learn_skill':
      return levelHeld(profile, edit.code) >= edit.level
        ? null
        : { ...profile, skills: { ...profile.skills, [edit.code]: edit.level } }
  }
}

/** Every step of the catalogue that changes something for this person, in the catalogue's order. */
export function planEditsOf(profile: MatchProfile, today: IsoDate): PlanEdit[] {
  const all: PlanEdit[] = [
    { kind: 'licence_b' },
    { kind: 'vehicle' },
    { kind: 'licence_b_and_vehicle' },
    { kind: 'italian_up' },
    { kind: 'childcare' },
    { kind: 'hour_earlier' },
    { kind: 'hour_later' },
    { kind: 'free_now' },
    ...[...new Set(profile.planSkills)].map((code): PlanEdit => {
      return { kind: 'learn_skill', code, level: learnt(levelHeld(profile, code)) }
    }),
  ]
  return all.filter((edit) => applyPlanEdit(profile, edit, today) !== null)
}

/** A step as a word, the same for the same step: for keys and tests. */
export const planEditKey = (edit: PlanEdit): string =>
  'code' in edit ? `${edit.kind}.${edit.code}.${edit.level}` : edit.kind
