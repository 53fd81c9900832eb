import type { ConditionsStep } from './step-conditions.schema.server.ts'
import { conditionsStepSchema } from './step-conditions.schema.server.ts'
import type { SkillsStep } from './step-skills.schema.server.ts'
import { skillsStepSchema } from './step-skills.schema.server.ts'
import type { WhatStep } from './step-what.schema.server.ts'
import { whatStepSchema } from './step-what.schema.server.ts'
import type { WhenWhereStep } from './step-when-where.schema.server.ts'
import { whenWhereStepSchema } from './step-when-where.schema.server.ts'

/** The schema of each step of the form. */
export const stepSchemas = {
  1: whatStepSchema,
  2: skillsStepSchema,
  3: whenWhereStepSchema,
  4: conditionsStepSchema,
} as const

/** A step as its schema lets it through. */
export type StepValues =
  | { step: 1; values: WhatStep }
  | { step: 2; values: SkillsStep }
  | { step: 3; values: WhenWhereStep }
  | { step: 4; values: ConditionsStep }
