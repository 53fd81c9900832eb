import { createHash } from 'node:crypto'
import type { ImportedFirm, ImportedRow } from '#db/schema/imports.ts'
import { logInteractionSchema } from '../companies/log-interaction.schema.server.ts'
import { nameKey } from '../companies/name-key.ts'
import { readVatId } from '../companies/vat-id.server.ts'
import { isIsoDate } from '../calendar/rome.ts'
import type { UserId } from '../shared/ids.ts'
import { dayOf, kindOf, minutesOf, outcomeOf, type ImportColumn } from './file-words.ts'
import type { Problem } from './problem.ts'
import type { Cells } from './read-file.server.ts'

export type Checked =
  | { ok: true; rows: ImportedRow[]; firms: Pick<ImportedFirm, 'name' | 'vatId'>[] }
  | { ok: false; problems: Problem[] }

const LONGEST_NAME = 200

/** The fields of the command's own rules by the column that fills them. */
const columnOfField: Record<string, ImportColumn> = {
  occurredOn: 'day',
  minutes: 'minutes',
  note: 'note',
  kind: 'kind',
  outcome: 'outcome',
}

/** A partita IVA; a spreadsheet that took it for a number has cut off its leading zeros. */
const vatIdOf = (cell: string): string | null =>
  readVatId(/^\d{8,10}$/.test(cell) ? cell.padStart(11, '0') : cell)

type Checking = { contact: Omit<ImportedRow, 'firm' | 'key'>; name: string; vatId: string | null }

function checkRow(cells: Cells): Checking | Problem[] {
  const { line, company, vatId: vatCell } = cells
  const problems: Problem[] = []
  const wrong = (column: ImportColumn, reason: string) =>
    void problems.push({ line, column, reason, said: cells[column].slice(0, 60) })
  const vatId = vatCell === '' ? null : vatIdOf(vatCell)
  if (company === '' && vatCell === '') wrong('company', 'imports_company_missing')
  if (company.length > LONGEST_NAME) wrong('company', 'imports_company_long')
  if (vatCell !== '' && vatId === null) wrong('vatId', 'imports_vat_wrong')
  const day = dayOf(cells.day)
  if (day === null || !isIsoDate(day)) wrong('day', 'imports_day_wrong')
  const kind = kindOf(cells.kind)
  if (kind === null) wrong('kind', 'imports_kind_unknown')
  const outcome = outcomeOf(cells.outcome)
  if (outcome === null) wrong('outcome', 'imports_outcome_unknown')
  if (problems.length > 0) return problems
  const minutes = minutesOf(cells.minutes)
  const parsed = logInteractionSchema.safeParse({
    ...{ kind, outcome, occurredOn: day ?? undefined, note: cells.note || undefined },
    minutes: minutes ?? undefined,
  })
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues)
      wrong(columnOfField[String(path[0])] ?? 'company', message)
    return problems
  }
  const { kind: known, outcome: knownOutcome, occurredOn = '', note = '' } = parsed.data
  return {
    contact: { line, kind: known, outcome: knownOutcome, minutes, occurredOn, note },
    name: company,
    vatId,
  }
}

/**
 * What tells a row from all others: who brings it and what it says; of rows that say the same, which one it is. The same
 * file again, or a longer one that holds it, has the same keys.
 */
const keyOf = (userId: UserId, { contact, name, vatId }: Checking, nth: number): string => {
  const { line: _, ...said } = contact
  const words = [
    userId,
    vatId,
    nameKey(name),
    said.kind,
    said.outcome,
    said.minutes,
    said.occurredOn,
    said.note,
  ]
  return createHash('sha256')
    .update(JSON.stringify([...words, nth]))
    .digest('hex')
}

/** Reads every row by the rules by which a contact is logged, with the firms that they speak of; all or nothing. */
export function checkRows(cells: readonly Cells[], userId: UserId): Checked {
  const checked = cells.map(checkRow)
  const problems = checked.flatMap((row) => (Array.isArray(row) ? row : []))
  if (problems.length > 0) return { ok: false, problems }
  const firms = new Map<string, { at: number; name: string; vatId: string | null }>()
  const seen = new Map<string, number>()
  const rows = checked.flatMap((row) => {
    if (Array.isArray(row)) return []
    const { name, vatId } = row
    const firm = `${vatId ?? ''} ${vatId ? '' : nameKey(name)}`
    const known = firms.get(firm) ?? { at: firms.size, name: name || (vatId ?? ''), vatId }
    firms.set(firm, known)
    const same = keyOf(userId, row, 0)
    const nth = seen.get(same) ?? 0
    seen.set(same, nth + 1)
    return [{ ...row.contact, firm: known.at, key: keyOf(userId, row, nth) }]
  })
  return { ok: true, rows, firms: [...firms.values()].map(({ name, vatId }) => ({ name, vatId })) }
}
