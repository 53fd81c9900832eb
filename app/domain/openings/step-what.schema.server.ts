import { z } from 'zod'
import { openingKinds } from '../matching/types.ts'
import { isProfession } from '../taxonomy/vocabulary.ts'
import { MOST_CHARACTERS, strictly, version } from './fields.schema.server.ts'

const fields = {
  kind: z.enum(openingKinds, { error: 'openings_kind_missing' }),
  professionCode: z
    .string({ error: 'openings_profession_missing' })
    .refine(isProfession, { error: 'openings_profession_unknown' }),
  title: z
    .string({ error: 'openings_title_missing' })
    .trim()
    .min(1, { error: 'openings_title_missing' })
    .max(120, { error: 'openings_title_too_long' }),
  tasks: z.string().trim().max(MOST_CHARACTERS, { error: 'openings_text_too_long' }).default(''),
}

/** The first step, with which a draft begins: what is looked for. */
export const startOpeningSchema = z.strictObject(fields, strictly)

/** The same step, saved again. */
export const whatStepSchema = z.strictObject({ version, ...fields }, strictly)

export type WhatStep = z.output<typeof startOpeningSchema>
