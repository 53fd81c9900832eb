import { z } from 'zod'
import { isIsoDate } from '../calendar/rome.ts'
import { strictly } from '../shared/form-fields.schema.server.ts'
import { fundingSources } from './funding-sources.ts'

const day = (missing: string) => z.string({ error: missing }).refine(isIsoDate, { error: missing })

/** An internship or job that begins. How long it may last depends on what the opening is, which the command knows. */
export const recordPlacementSchema = z
  .strictObject(
    {
      startsOn: day('relationship_placement_start_missing'),
      endsOn: day('relationship_placement_end_missing').optional(),
      fundingSource: z.enum(fundingSources, { error: 'relationship_placement_funding_missing' }),
    },
    strictly,
  )
  .refine(({ startsOn, endsOn }) => endsOn === undefined || endsOn > startsOn, {
    path: ['endsOn'],
    error: 'relationship_placement_end_before_start',
  })

export type PlacementStart = z.output<typeof recordPlacementSchema>
