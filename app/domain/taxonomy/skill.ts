import type { Labels } from './labels.ts'
import type { SkillGroupCode } from './skill-groups.ts'

/**
 * Something a person does at work, worded as an employer would ask for it. `code` never changes once used.
 */
export type Skill = Labels & { code: string; group: SkillGroupCode }
