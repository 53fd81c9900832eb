import { headsToAnchor, noteAnchored } from '#app/domain/audit/anchor-heads.server.ts'
import { checkChains } from '#app/domain/watch/check-chains.server.ts'
import { noticeReading } from '#app/domain/watch/notice-reading.server.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { appendAnchors, type Anchor } from '#app/platform/anchor-file.server.ts'
import { log } from '#app/platform/log.server.ts'
import { startLoop, type Loop } from './loop.ts'
import { asWorker } from './worker-actor.ts'

/** What this worker last anchored, by organisation: a chain that did not grow needs no other line. */
export type Anchored = Map<string, string>

/**
 * Writes the heads of the chains that grew to the file outside of the database.
 * @returns how many were written.
 */
export async function anchorOnce(anchored: Anchored): Promise<number> {
  const heads = await asWorker(headsToAnchor)
  const grown = heads.filter(({ orgId, seq, hash }: Anchor) => seq > 0 && anchored.get(orgId) !== hash)
  if (grown.length > 0) await appendAnchors(grown)
  if (heads.some(({ seq }) => seq > 0)) await asWorker(noteAnchored)
  for (const { orgId, hash } of grown) anchored.set(orgId, hash)
  return grown.length
}

/**
 * Every minute: anchors the audit's heads, and looks whether somebody opens more files than her work needs, unless no chain has
 * grown since the last look.
 * @returns the turn, which says how long to rest.
 */
export function auditTurn(): () => Promise<number> {
  const anchored: Anchored = new Map()
  let grew = true
  return async () => {
    if ((await anchorOnce(anchored)) > 0) grew = true
    if (grew) {
      const readers = await asWorker(noticeReading)
      // Another worker that is looking may have begun before the last entry.
      grew = readers === null
      if (readers && readers.length > 0)
        log.warn({ job: 'audit', count: readers.length }, 'many files opened')
    }
    return MINUTE
  }
}

export const startAudit = (): Loop => startLoop('audit', auditTurn())

/** Verifies the audit once a night; a chain that is broken holds up nothing, and is told. */
export async function checkAudit(): Promise<void> {
  const { entries, broken } = await asWorker(checkChains)
  if (broken) log.error({ job: 'audit', reason: broken.kind }, 'audit chain broken')
  else log.info({ job: 'audit', count: entries }, 'audit whole')
}
