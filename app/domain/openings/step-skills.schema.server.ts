import { z } from 'zod'
import type { OpeningSkill } from './opening-facts.ts'
import { listOf, skillCode, strictly, version, whole } from './fields.schema.server.ts'

/** How much a skill matters, in the words of the form. */
export const skillNeeds = ['required', 'important', 'useful'] as const
export type SkillNeed = (typeof skillNeeds)[number]

/** An important skill counts as much as three useful ones in the order of the matches. */
const weightOf: Record<SkillNeed, number> = { required: 1, important: 3, useful: 1 }

/** The words of the form for a skill as it is kept. */
export const needOf = ({ need, weight }: Pick<OpeningSkill, 'need' | 'weight'>): SkillNeed => {
  if (need === 'required') return 'required'
  return weight > 1 ? 'important' : 'useful'
}

const skill = z
  .strictObject(
    {
      code: skillCode,
      need: z.enum(skillNeeds, { error: 'openings_need_missing' }),
      level: whole(1, 3, 'openings_level_missing'),
    },
    strictly,
  )
  .transform(({ code, need, level }): OpeningSkill => {
    return { code, need: need === 'required' ? 'required' : 'desired', level, weight: weightOf[need] }
  })

/** The second step: what somebody must know or would do well to know. */
export const skillsStepSchema = z
  .strictObject({ version, skills: listOf(skill).default([]) }, strictly)
  .superRefine(({ skills }, context) => {
    for (const [index, { code, need }] of skills.entries()) {
      const before = skills.slice(0, index).find((other) => other.code === code)
      if (!before) continue
      const message = before.need === need ? 'openings_skill_twice' : 'openings_skill_both'
      context.addIssue({ code: 'custom', path: ['skills', index, 'code'], message })
    }
  })

export type SkillsStep = Omit<z.output<typeof skillsStepSchema>, 'version'>
