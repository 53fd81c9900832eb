import { DAY } from '#app/domain/shared/durations.ts'
import { commuteKm } from './constraints/commute.ts'
import { fits, hoursTaken, usableWeek } from './constraints/shift.ts'
import { levelHeld } from './constraints/skills.ts'
import type { IsoDate, MatchOpening, MatchProfile } from './types.ts'
import { hoursOf } from './week.ts'

export const scoreTerms = ['skills', 'preferences', 'closeness', 'waiting', 'slack', 'growth'] as const
export type ScoreTerm = (typeof scoreTerms)[number]

/** Whole points each term is worth at most; they add up to 100. */
export type ScoreWeights = Readonly<Record<ScoreTerm, number>>

export const defaultWeights: ScoreWeights = {
  skills: 55,
  preferences: 15,
  closeness: 10,
  waiting: 10,
  slack: 5,
  growth: 5,
}

/** One part of a score: `value` in 0..1, `points` = value times weight, rounded half up to hundredths. */
export type TermScore = { term: ScoreTerm; value: number; weight: number; points: number }

/** `total` is the exact sum of the terms' points, 0..100 in hundredths, so that engines agree on every tie. */
export type Score = { total: number; terms: TermScore[] }

/** Distance from which closeness is worth nothing: about an hour of road in Piemonte. */
export const CLOSENESS_ENDS_KM = 60
/** Days of waiting that earn the whole term: a year. */
export const WAITING_FULL_DAYS = 365
/** Free hours a week beyond the shift that earn the whole term: half a working week. */
export const SLACK_FULL_HOURS = 20
/** Worth of a preference nobody has asked her about: between one that agrees and one that doesn't. */
export const UNSTATED_PREFERENCE = 0.5

/** A part of a level is a half, a third or two thirds: counted in sixths the sums stay whole, in any order. */
export const SIXTHS = 6

/**
 * Share of the desired skills she covers: the sum of weight * min(1, held / asked), over the sum of weights. It
 * grows with each level she holds up to the one desired, and falls when a level desired is raised. Without desired
 * skills it is 0: an opening that has no use for skills must not rise above one that uses hers.
 */
export function skillsValue(opening: MatchOpening, profile: MatchProfile): number {
  let covered = 0
  let asked = 0
  for (const { code, level, weight } of opening.desiredSkills) {
    covered += (weight * Math.min(level, levelHeld(profile, code)) * SIXTHS) / level
    asked += weight * SIXTHS
  }
  return asked > 0 ? covered / asked : 0
}

const preference = (stated: readonly string[], actual: string): number =>
  stated.length === 0 ? UNSTATED_PREFERENCE : stated.includes(actual) ? 1 : 0

/**
 * Half for the sector and half for the profession: each 1 when among her preferences, 0 when not, and 0.5 where she
 * has stated none. Codes are compared whole. It grows when she adds this opening's sector or profession.
 */
export const preferencesValue = (opening: MatchOpening, profile: MatchProfile): number =>
  (preference(profile.preferredSectors, opening.sector) +
    preference(profile.preferredProfessions, opening.professionCode)) /
  2

/** Worth of a distance in kilometres: 1 - km / 60, at least 0. */
export const nearness = (km: number): number => Math.max(0, 1 - km / CLOSENESS_ENDS_KM)

/**
 * The nearness of the workplace: it falls as the workplace moves away and does not depend on how far she is willing to
 * go. Lodging at the workplace counts as no distance; transport does not, since the time is still hers.
 */
export const closenessValue = (opening: MatchOpening, profile: MatchProfile): number =>
  opening.lodgingProvided ? 1 : nearness(commuteKm(opening, profile))

/** Worth of so many days of waiting: their share of a year, within 0..1. */
export const patience = (days: number): number => Math.min(1, Math.max(0, days / WAITING_FULL_DAYS))

/** Whole days waited over 365, within 0..1: it never falls as days pass. A date in the future counts as 0. */
export const waitingValue = (profile: MatchProfile, today: IsoDate): number =>
  patience((Date.parse(today) - Date.parse(profile.waitingSince)) / DAY)

/**
 * Hours she can work beyond those the shift takes, over 20, within 0..1: of the options that fit, the one leaving
 * most. A timetable without slack breaks with the first late bus. It never falls as her hours widen.
 */
export function slackValue(opening: MatchOpening, profile: MatchProfile): number {
  const week = usableWeek(opening, profile)
  const taken = opening.shiftOptions.filter((option) => fits(option, week)).map(hoursTaken)
  if (taken.length === 0) return 0
  return Math.min(1, (hoursOf(week) - Math.min(...taken)) / SLACK_FULL_HOURS)
}

/** 1 when the opening teaches at least one skill of her plan, else 0. */
export const growthValue = (opening: MatchOpening, profile: MatchProfile): number =>
  opening.teaches.some((code) => profile.planSkills.includes(code)) ? 1 : 0

/** Points a term earns, in whole hundredths: `value` in 0..1 times its weight, rounded half up. */
export const earned = (value: number, weight: number): number => Math.round(value * weight * 100)

/**
 * The score of an admitted person, 0..100, taken apart by term in the order of `scoreTerms`. It reads nothing but
 * skills, preferences, places, waiting time, hours and plan; for people who are not admitted it means nothing.
 */
export function score(
  opening: MatchOpening,
  profile: MatchProfile,
  today: IsoDate,
  weights: ScoreWeights = defaultWeights,
): Score {
  const values: Record<ScoreTerm, number> = {
    skills: skillsValue(opening, profile),
    preferences: preferencesValue(opening, profile),
    closeness: closenessValue(opening, profile),
    waiting: waitingValue(profile, today),
    slack: slackValue(opening, profile),
    growth: growthValue(opening, profile),
  }
  let hundredths = 0
  const terms = scoreTerms.map((term): TermScore => {
    const points = earned(values[term], weights[term])
    hundredths += points
    return { term, value: values[term], weight: weights[term], points: points / 100 }
  })
  return { total: hundredths / 100, terms }
}

/** What ordering needs: `id` is the candidate's, or the opening's when openings are ranked for one person. */
export type Rankable = { id: string; waitingSince: IsoDate; score: Pick<Score, 'total'> }

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Highest total first, then the longest waiting, then the smallest id by code units. Leaves `list` as it is. */
export const rank = <T extends Rankable>(list: readonly T[]): T[] =>
  [...list].sort(
    (a, b) => b.score.total - a.score.total || byText(a.waitingSince, b.waitingSince) || byText(a.id, b.id),
  )
