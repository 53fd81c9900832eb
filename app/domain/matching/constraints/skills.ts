import type { MatchOpening, MatchProfile, SkillLevel } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

/** `held` is 0 where she does not have the skill at all. */
export type MissingSkill = { code: string; asked: SkillLevel; held: SkillLevel | 0 }

export type SkillsVerdict = VerdictOf<'skills', { required: number }, { missing: MissingSkill[] }>

/** Her level of a skill, 0 for none. */
export const levelHeld = (profile: MatchProfile, code: string): SkillLevel | 0 => profile.skills[code] ?? 0

/**
 * Met when every required skill is held at or above its level. A skill that the opening both requires and
 * teaches is still required: making it trainable is an edit of the opening, which takes it off this list.
 */
export function skills(opening: MatchOpening, profile: MatchProfile): SkillsVerdict {
  const missing = opening.requiredSkills
    .map(({ code, level }) => ({ code, asked: level, held: levelHeld(profile, code) }))
    .filter(({ asked, held }) => held < asked)
  if (missing.length > 0) return { constraint: 'skills', met: false, facts: { missing } }
  return { constraint: 'skills', met: true, facts: { required: opening.requiredSkills.length } }
}
