import type { SheetData } from 'write-excel-file/node'
import type { Cell, ExportTable } from './export-table.server.ts'

const DAY = 'dd/mm/yyyy'

/** Each value as what it is; text is never read as a formula. */
function cellOf(value: Cell): SheetData[number][number] {
  if (value === null) return null
  if (typeof value === 'string') return { type: String, value }
  return typeof value === 'number' ? { type: Number, value } : { type: Date, value, format: DAY }
}

/** A table as a spreadsheet of one sheet, its head in bold and always in sight. */
export async function xlsxOf({ header, rows }: ExportTable, sheet: string): Promise<Uint8Array<ArrayBuffer>> {
  const head = header.map((value) => ({ type: String, value, fontWeight: 'bold' as const }))
  const data: SheetData = [head, ...rows.map((row) => row.map(cellOf))]
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return new Uint8Array(await writeXlsxFile(data, { sheet, stickyRowsCount: 1 }).toBuffer())
}
