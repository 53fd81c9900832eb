import { z } from 'zod'
import { strictly } from '../shared/form-fields.schema.server.ts'
import { defaultKinds, faultOf, type TrustKind } from '../trust/event-kinds.ts'

/** The numbers that the form was made from, as `seenOf` writes them. */
const seen = z.string({ error: 'relationship_form_unknown' }).max(40, { error: 'relationship_form_unknown' })

const fields = {
  seen,
  weight: z
    .number({ error: 'trust_weight_missing' })
    // The column keeps tenths.
    .refine((weight) => Number(weight.toFixed(1)) === weight, { error: 'trust_weight_tenths' }),
  halfLifeDays: z.int({ error: 'trust_weight_half_life_out_of_range' }),
}

/** The form that changes what one kind of event counts for; each number is checked by itself. */
export const weightFormFor = (kind: TrustKind) =>
  z.strictObject(
    {
      ...fields,
      weight: fields.weight.superRefine((weight, context) => {
        const fault = faultOf(kind, { ...defaultKinds[kind], weight })
        if (fault) context.addIssue({ code: 'custom', message: `trust_weight_${fault}` })
      }),
      halfLifeDays: fields.halfLifeDays.superRefine((halfLifeDays, context) => {
        const fault = faultOf(kind, { ...defaultKinds[kind], halfLifeDays })
        if (fault) context.addIssue({ code: 'custom', message: `trust_weight_${fault}` })
      }),
    },
    strictly,
  )

export type WeightForm = z.output<ReturnType<typeof weightFormFor>>

/** The button that goes back to the default. */
export const resetWeightSchema = z.strictObject({ seen }, strictly)
