import { newId, now } from '#app/platform/clock.server.ts'
import { interactionImports } from '#db/schema/imports.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { audit } from '../audit/record.server.ts'
import type { ImportId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { checkRows } from './check-rows.server.ts'
import type { Problem } from './problem.ts'
import { readFile } from './read-file.server.ts'
import { recogniseFirms } from './recognise-firms.server.ts'

export type Started = { ok: true; importId: ImportId } | { ok: false; problems: Problem[] }

const LONGEST_FILE_NAME = 200

/**
 * Takes in a file of contacts, whole or not at all: nothing of it counts before somebody has looked at the companies and
 * confirmed. Where anything is wrong, every row that is says why, and nothing is kept.
 */
export async function startImport(
  tx: Tx,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<Started> {
  const { userId, orgId } = actingStaff(tx, 'company.relate')
  const file = readFile(bytes)
  if (!file.ok) return file
  const checked = checkRows(file.rows, userId)
  if (!checked.ok) return checked
  const id = newId<ImportId>()
  await tx.insert(interactionImports).values({
    ...{ id, userId, orgId, rows: checked.rows },
    fileName: fileName.slice(0, LONGEST_FILE_NAME),
    firms: await recogniseFirms(tx, checked.firms),
    createdAt: now(),
  })
  await audit(tx, { action: 'import.started', subjectType: 'import', subjectId: id })
  return { ok: true, importId: id }
}
