import { checkChains } from '#app/domain/watch/check-chains.server.ts'
import { NETWORK_ORG } from '#app/domain/audit/record.server.ts'
import type { BrokenLink } from '#app/domain/audit/verify-chains.server.ts'
import { closeDatabase } from '#db/client.ts'
import { asWorker } from './worker-actor.ts'

const SAID: Record<BrokenLink['kind'], string> = {
  changed: 'is not what was written: its hash is another',
  missing: 'is missing',
  unlinked: 'does not follow the entry before it',
  tail_missing: 'and what comes after it are missing: the chain was longer once',
  not_as_anchored: 'is not the one that was anchored',
  ended_early: 'and those before it were ended before their time',
  anchors_gone:
    'the anchors are gone: there were some, and the file of AUDIT_ANCHORS has none of this database',
}

function inWords({ kind, orgId, seq }: BrokenLink): string {
  if (orgId === null) return SAID[kind]
  const whose = orgId === NETWORK_ORG ? 'the network' : `organisation ${orgId}`
  return `entry ${String(seq)} of ${whose} ${SAID[kind]}`
}

try {
  const { entries, organisations, anchors, broken } = await asWorker(checkChains)
  if (broken) {
    process.stdout.write(`broken: ${inWords(broken)}\n`)
    process.exitCode = 1
  } else {
    const read = `${String(entries)} entries of ${String(organisations)} organisations, whole`
    process.stdout.write(`${read}; ${String(anchors)} anchors outside of the database agree\n`)
  }
} finally {
  await closeDatabase()
}
