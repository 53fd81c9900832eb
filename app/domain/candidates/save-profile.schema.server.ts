import { z } from 'zod'
import { openingKinds } from '../matching/types.ts'
import { centsOf } from '../openings/euro.ts'
import { demandCodes } from '../taxonomy/demands.ts'
import { licenceCategories } from '../taxonomy/licences.ts'
import { sectors } from '../taxonomy/sectors.ts'
import {
  day,
  italian,
  listOf,
  once,
  placeCode,
  professionCode,
  skillCode,
  strictly,
  version,
  whole,
} from './fields.schema.server.ts'

const UNKNOWN = 'desk_person_form_unknown'

const week = z.string({ error: UNKNOWN }).regex(/^[01]{336}$/, { error: UNKNOWN })

const skill = z.strictObject({ code: skillCode, level: whole(1, 3, 'desk_person_level_missing') }, strictly)

/** Euro as typed; comes out as cents. */
const euro = z.string().transform((typed, context) => {
  const cents = centsOf(typed)
  if (typeof cents === 'number') return cents
  context.addIssue({ code: 'custom', message: 'desk_person_pay_wrong' })
  return z.NEVER
})

const sectorCodes = sectors.map(({ code }) => code)

/** The form of a person's profile: everything that a match reads. */
export const saveProfileSchema = z
  .strictObject(
    {
      version,
      professionCode,
      skills: listOf(skill).default([]),
      italianSpoken: italian,
      italianWritten: italian,
      available: week,
      /** The half-hours that childcare would add, or all those with it: both together are kept. */
      withChildcare: week,
      placeCode,
      maxKm: whole(0, 300, 'desk_person_km_wrong'),
      licences: listOf(z.enum(licenceCategories, { error: UNKNOWN }))
        .default([])
        .transform(once),
      hasVehicle: z.boolean().default(false),
      /** Left empty for a person who may not work and has no date yet. */
      mayWorkFrom: day().optional(),
      /** Left empty for a permit without end and for citizens. */
      permitUntil: day().optional(),
      renewalUnderWay: z.boolean().default(false),
      freeFrom: day('2000-01-01', 'desk_person_free_from_missing'),
      minPay: euro.optional(),
      aims: listOf(z.enum(openingKinds, { error: UNKNOWN }))
        .default([])
        .transform(once),
      limits: listOf(z.enum(demandCodes, { error: UNKNOWN }))
        .default([])
        .transform(once),
      preferredSectors: listOf(z.enum(sectorCodes, { error: UNKNOWN }))
        .default([])
        .transform(once),
      preferredProfessions: listOf(professionCode).default([]).transform(once),
      planSkills: listOf(skillCode).default([]).transform(once),
    },
    strictly,
  )
  .superRefine(({ skills, mayWorkFrom, permitUntil }, context) => {
    for (const [index, { code }] of (skills ?? []).entries()) {
      if (skills.findIndex((other) => other.code === code) < index)
        context.addIssue({
          code: 'custom',
          path: ['skills', index, 'code'],
          message: 'desk_person_skill_twice',
        })
    }
    if (mayWorkFrom && permitUntil && permitUntil <= mayWorkFrom)
      context.addIssue({ code: 'custom', path: ['permitUntil'], message: 'desk_person_permit_order' })
  })

export type SaveProfile = z.output<typeof saveProfileSchema>
