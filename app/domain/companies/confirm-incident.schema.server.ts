import { z } from 'zod'
import { pastDay } from '../calendar/day-fields.schema.server.ts'
import { chosenId, strictly } from '../shared/form-fields.schema.server.ts'
import { incidents } from '../trust/incidents.ts'

/** A closed choice and a day, no words: whom it happened to is nobody's business here. */
export const confirmIncidentSchema = z.strictObject(
  {
    incident: z.enum(incidents, { error: 'relationship_report_missing' }),
    day: pastDay('relationship_report_day_missing'),
  },
  strictly,
)

export type IncidentForm = z.output<typeof confirmIncidentSchema>

/** The button beside an incident. */
export const withdrawIncidentSchema = z.strictObject(
  { event: chosenId('relationship_form_unknown') },
  strictly,
)
