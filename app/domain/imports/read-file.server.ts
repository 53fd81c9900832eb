import { CsvError, parse } from 'csv-parse/sync'
import { columnOf, importColumns, neededColumns, separatorOf, type ImportColumn } from './file-words.ts'
import type { Problem } from './problem.ts'

export type Cells = { line: number } & Record<ImportColumn, string>
export type ReadFile = { ok: true; rows: Cells[] } | { ok: false; problems: Problem[] }

/** More contacts than this belong into several files: each is looked at by a person and written at once. */
export const MOST_ROWS = 500
/** A quote that is never closed would make one record of all that follows. */
const LONGEST_RECORD = 16 * 1024

const refused = (reason: string, line: number | null = null, said = ''): ReadFile => ({
  ok: false,
  problems: [{ line, column: null, reason, said }],
})

/** The first line of a text that is no UTF-8, for whoever looks for it. */
function brokenLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [line, start] = [1, 0]
  for (let end = 0; end <= bytes.length; end++) {
    if (end < bytes.length && bytes[end] !== 0x0a) continue
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    ;[line, start] = [line + 1, end + 1]
  }
  return line
}

function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

type Parsed = { record: string[]; info: { records: number; empty_lines: number } }

/** The rows of a CSV file by our columns: semicolons, commas or tabs, with a header, in UTF-8. */
export function readFile(bytes: Uint8Array): ReadFile {
  if (bytes.length === 0) return refused('imports_file_empty')
  const text = decoded(bytes)
  if (text === null) return refused('imports_encoding', brokenLine(bytes))
  let parsed: Parsed[]
  try {
    parsed = parse(text, {
      bom: true,
      info: true,
      delimiter: separatorOf(text.slice(0, text.search(/\r?\n|$/))),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
    }) as unknown as Parsed[]
    for (const row of parsed) row.record = row.record.map((cell) => cell.trim())
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { lines } = error as { lines?: number }
    return refused('imports_no_csv', lines ?? null)
  }
  const [header, ...rest] = parsed
  if (!header) return refused('imports_file_empty')
  const columns = header.record.map(columnOf)
  const fault = headerFault(header.record, columns)
  if (fault) return fault
  const filled = rest.filter(({ record }) => record.some((cell) => cell !== ''))
  if (filled.length === 0) return refused('imports_file_empty')
  const first = filled[MOST_ROWS]
  if (first) return refused('imports_rows_too_many', lineOf(first))
  return { ok: true, rows: filled.map((row) => cellsOf(row, columns)) }
}

const lineOf = ({ info }: Parsed): number => info.records + info.empty_lines

function headerFault(header: readonly string[], columns: readonly (ImportColumn | null)[]): ReadFile | null {
  const missing: ImportColumn[] = neededColumns.filter((column) => !columns.includes(column))
  if (!columns.includes('company') && !columns.includes('vatId')) missing.unshift('company')
  const twice = columns.findIndex((column, at) => column !== null && columns.indexOf(column) !== at)
  if (missing.length > 0)
    return {
      ok: false,
      problems: missing.map((column) => ({ line: 1, column, reason: 'imports_column_missing', said: '' })),
    }
  return twice < 0 ? null : refused('imports_column_twice', 1, header[twice])
}

function cellsOf(row: Parsed, columns: readonly (ImportColumn | null)[]): Cells {
  const cells = importColumns.map((column) => [column, row.record[columns.indexOf(column)] ?? ''] as const)
  return { line: lineOf(row), ...(Object.fromEntries(cells) as Record<ImportColumn, string>) }
}
