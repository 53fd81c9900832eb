import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { CheckedText } from './checked-text.server.ts'
import type { Fields } from './read-record.ts'
import { RefusedFile } from './refused-file.ts'

export type CsvFile = { path: string; name: string; columns: readonly string[] }
export type CsvRow = { line: number; fields: Fields }

/** What the parser says of a record: the lines and the empty lines that it has seen up to its end. */
type Parsed = { record: Fields; info: { lines: number; empty_lines: number } }

/** A quote that is never closed would make one record of all that follows. */
const LONGEST_RECORD = 1024 * 1024

/**
 * The records of a CSV file, one at a time: only the columns asked for, and the line on which each record begins.
 * @throws RefusedFile where the file can't be read, is not UTF-8, lacks a column or is no CSV.
 */
export async function* readCsv({ path, name, columns }: CsvFile): AsyncGenerator<CsvRow> {
  let headed = false
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    columns: (header: string[]) => {
      headed = true
      checkHeader(header, columns, name)
      return header.map((column) => (columns.includes(column) ? column : false))
    },
  })
  // The parser is read below and carries every failure of the three.
  pipeline(createReadStream(path), new CheckedText(name), parser, () => undefined)
  let [ended, empty] = [1, 0]
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { line: ended + 1 + info.empty_lines - empty, fields: record }
      ;[ended, empty] = [info.lines, info.empty_lines]
    }
  } catch (error) {
    throw refusalOf(error, name)
  }
  if (!headed) throw new RefusedFile(name, null, 'empty')
}

function checkHeader(header: readonly string[], columns: readonly string[], file: string): void {
  const missing = columns.filter((column) => !header.includes(column))
  const twice = columns.find((column) => header.filter((each) => each === column).length > 1)
  if (twice) throw new RefusedFile(file, 1, `the column ${twice} is there twice`)
  if (missing.length === 0) return
  const hint = header.length === 1 ? '; the columns of ESCO are separated by commas' : ''
  throw new RefusedFile(file, 1, `missing columns: ${missing.join(', ')}${hint}`)
}

function refusalOf(error: unknown, file: string): unknown {
  if (error instanceof CsvError) {
    const { lines } = error as { lines?: number }
    return new RefusedFile(file, lines ?? null, `no valid CSV: ${error.message}`)
  }
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    return new RefusedFile(file, null, `can't be read (${String(error.code)})`)
  return error
}
