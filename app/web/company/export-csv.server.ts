import { stringify } from 'csv-stringify/sync'
import { localDate } from '#app/domain/calendar/rome.ts'
import type { ExportTable } from './export-table.server.ts'

/**
 * A table as Italian spreadsheets open it: semicolons, a byte order mark, days as `2026-11-23`. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
export const csvOf = ({ header, rows }: ExportTable): string =>
  stringify([header, ...rows], {
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { date: (day) => localDate(day) },
  })
