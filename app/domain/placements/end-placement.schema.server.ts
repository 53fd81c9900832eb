import { z } from 'zod'
import { pastDay } from '../calendar/day-fields.schema.server.ts'
import { strictly } from '../shared/form-fields.schema.server.ts'
import { placementOutcomes } from './outcomes.ts'

export const endPlacementSchema = z.strictObject(
  {
    outcome: z.enum(placementOutcomes, { error: 'relationship_placement_outcome_missing' }),
    endedOn: pastDay('relationship_placement_ended_missing'),
  },
  strictly,
)

export type PlacementEnd = z.output<typeof endPlacementSchema>
