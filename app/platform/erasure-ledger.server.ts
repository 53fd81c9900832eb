import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { env } from './env.server.ts'

/** That somebody was erased: ids that lead nowhere, the certificate's facts, and nothing of hers. */
export type LedgerLine = {
  at: string
  orgId: string
  candidateId: string
  erasureId: string
  why: 'asked' | 'retention'
  /** Null where the job of the retention did it. */
  by: string | null
}

const UUID = '[0-9a-f-]{36}'
const LINE = new RegExp(`^(\\S+) (${UUID}) (${UUID}) (${UUID}) (asked|retention) (${UUID}|-)$`)

/** Adds an erasure to the end of the file of ERASURE_LEDGER and returns when it is on the disk. Twice does no harm. */
export async function appendErasure(line: LedgerLine): Promise<void> {
  const file = env().ERASURE_LEDGER
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, 'a', 0o600)
  try {
    // On a line of its own, whatever an earlier one left when its machine died.
    const { at, orgId, candidateId, erasureId, why, by } = line
    await handle.appendFile(`\n${at} ${orgId} ${candidateId} ${erasureId} ${why} ${by ?? '-'}\n`)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** Every erasure that was written down, the first one first; null where there is no file. A line that was cut off is skipped. */
export async function readErasures(): Promise<LedgerLine[] | null> {
  const handle = await open(env().ERASURE_LEDGER).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!handle) return null
  const lines: LedgerLine[] = []
  for await (const line of handle.readLines()) {
    const [, at, orgId, candidateId, erasureId, why, by] = LINE.exec(line) ?? []
    if (at && orgId && candidateId && erasureId && why)
      lines.push({
        at,
        orgId,
        candidateId,
        erasureId,
        why: why as LedgerLine['why'],
        by: by === '-' ? null : (by ?? null),
      })
  }
  return lines
}
