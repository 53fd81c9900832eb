import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { env } from './env.server.ts'

/** The head of one chain as it stood at a moment, in one database. */
export type Anchor = { at: string; databaseId: string; orgId: string; seq: number; hash: string }

const LINE = /^(\S+) ([0-9a-f-]{36}) ([0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/

/**
 * Adds anchors to the end of the file of AUDIT_ANCHORS and returns when they are on the disk. Each batch begins on a line
 * of its own, whatever an earlier one left when its machine died.
 */
export async function appendAnchors(anchors: readonly Anchor[]): Promise<void> {
  const file = env().AUDIT_ANCHORS
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(file, 'a', 0o600)
  try {
    const lines = anchors.map(
      ({ at, databaseId, orgId, seq, hash }) => `${at} ${databaseId} ${orgId} ${String(seq)} ${hash}\n`,
    )
    await handle.appendFile(`\n${lines.join('')}`)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/**
 * Reads the anchors of one database, oldest first; those of others are skipped, and a line that was cut off is too.
 * Nothing where there is no file.
 */
export async function* readAnchors(databaseId: string): AsyncGenerator<Anchor> {
  const handle = await open(env().AUDIT_ANCHORS).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!handle) return
  for await (const line of handle.readLines()) {
    const [, at, database, orgId, seq, hash] = LINE.exec(line) ?? []
    if (at && orgId && seq && hash && database === databaseId)
      yield { at, databaseId, orgId, seq: Number(seq), hash }
  }
}
