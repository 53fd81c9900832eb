import type { Labels } from './labels.ts'
import type { SkillGroupCode } from './skill-groups.ts'

/**
 * Something a person does at work, worded as an employer would ask for it. `code` never changes once used.
 * `esco` is the URI of the concept of ESCO that is the same, where there is one (docs/decisions/009).
 */
export type Skill = Labels & { code: string; group: SkillGroupCode; esco?: string }
