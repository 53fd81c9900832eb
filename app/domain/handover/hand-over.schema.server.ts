import { z } from 'zod'
import { chosenId, strictly } from '../shared/form-fields.schema.server.ts'

/** Left empty, it goes where the others go. */
const orElse = z.union([z.literal(''), z.uuid()]).optional()

/**
 * Who gets what. The companies carry the version that the form was made from: what changed hands or facts meanwhile is
 * looked at again before it is handed over.
 */
export const handOverSchema = z.strictObject(
  {
    from: chosenId('relationship_form_unknown'),
    companiesTo: chosenId('handover_to_missing'),
    peopleTo: orElse,
    company: z
      .record(z.uuid(), z.strictObject({ version: z.coerce.number().int().min(1), to: orElse }))
      .default({}),
    person: z.record(z.uuid(), orElse).default({}),
  },
  strictly,
)

export type HandOver = z.output<typeof handOverSchema>
