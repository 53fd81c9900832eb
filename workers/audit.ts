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
  for (const { orgId, hash } of grown) anchored.set(orgId, hash)
  if (heads.some(({ seq }) => seq > 0)) await asWorker(noteAnchored)
  return grown.length
}

/** Every minute: anchors the audit's heads, and looks whether somebody opens more files than her work needs. */
export function startAudit(): Loop {
  const anchored: Anchored = new Map()
  return startLoop('audit', async () => {
    await anchorOnce(anchored)
    const readers = await asWorker(noticeReading)
    if (readers.length > 0) log.warn({ job: 'audit', count: readers.length }, 'many files opened')
    return MINUTE
  })
}

/** Verifies the audit once a night; a chain that is broken holds up nothing, and is told. */
export async function checkAudit(): Promise<void> {
  const { entries, broken } = await asWorker(checkChains)
  if (broken) log.error({ job: 'audit', reason: broken.kind }, 'audit chain broken')
  else log.info({ job: 'audit', count: entries }, 'audit whole')
}
