import { z } from 'zod'
import { pastDay } from '../calendar/day-fields.schema.server.ts'
import { chosenId, strictly } from '../shared/form-fields.schema.server.ts'
import { reports } from './reports.ts'

/** A closed choice and a day: nobody writes free words about a person into a company's trust. */
export const recordReportSchema = z.strictObject(
  {
    report: z.enum(reports, { error: 'relationship_report_missing' }),
    day: pastDay('relationship_report_day_missing'),
  },
  strictly,
)

export type ReportForm = z.output<typeof recordReportSchema>

/** The button beside a report. */
export const withdrawReportSchema = z.strictObject({ event: chosenId('relationship_form_unknown') }, strictly)
