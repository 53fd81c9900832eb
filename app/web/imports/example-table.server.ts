import { addDays, localDate } from '#app/domain/calendar/rome.ts'
import { importColumns } from '#app/domain/imports/file-words.ts'
import { now } from '#app/platform/clock.server.ts'
import type { ExportTable } from '../company/export-table.server.ts'
import { text } from '../text.server.ts'

/** Two contacts with companies that do not exist, under the columns of the import, in the reader's language. */
export function exampleTable(): ExportTable {
  const today = localDate(now())
  const row = (number: 1 | 2, daysAgo: number, minutes: number | null) => [
    text(`imports_example_company_${number}`),
    null,
    addDays(today, -daysAgo).split('-').toReversed().join('/'),
    text(`imports_example_kind_${number}`),
    text(`imports_example_outcome_${number}`),
    minutes,
    text(`imports_example_note_${number}`),
  ]
  return {
    header: importColumns.map((column) => text(`imports_column_${column}`)),
    rows: [row(1, 40, 15), row(2, 3, null)],
  }
}
