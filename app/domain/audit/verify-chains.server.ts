import { sql } from 'drizzle-orm'
import type { Anchor } from '#app/platform/anchor-file.server.ts'
import type { ChainFault } from '#db/schema/audit.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { auditCheckpoints } from '#db/schema/audit.ts'
import { headsOfChains, type Head } from './anchor-heads.server.ts'
import { hashOf, NO_ENTRY, type Entry } from './chain.server.ts'
import { entriesKeptSince } from './kept-entries.ts'

const AT_ONCE = 2_000

export type BrokenLink = { kind: ChainFault; orgId: string | null; seq: number | null }
export type Verdict = {
  entries: number
  organisations: number
  anchors: number
  /** The first broken link of the first broken chain; null where all are whole. */
  broken: BrokenLink | null
}

type Link = Entry & { prevHash: string; hash: string }

/** What is known of a chain from elsewhere, by sequence number: from its head and from anchors. */
type Known = Map<number, { hash: string; kind: ChainFault }[]>

async function* linksOf(tx: Tx, orgId: string, start: number): AsyncGenerator<Link> {
  for (let after = start; ;) {
    const rows = await tx.execute<Omit<Link, 'seq'> & { seq: string }>(sql`
      select org_id as "orgId", seq, id, extract(epoch from at)::text as at, actor_id as "actorId",
        actor_role as "actorRole", action, subject_type as "subjectType", subject_id as "subjectId", result,
        prev_hash as "prevHash", hash
      from audit_log where org_id = ${orgId} and seq > ${after} order by seq limit ${AT_ONCE}`)
    for (const row of rows) yield { ...row, seq: Number(row.seq) }
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = Number(last.seq)
  }
}

async function verifyChain(tx: Tx, orgId: string, known: Known, beginning: Beginning | undefined) {
  const start = beginning?.seq ?? 0
  let before = beginning?.hash ?? NO_ENTRY
  let last = start
  const broken = (kind: ChainFault, seq: number) => ({ entries: last - start, broken: { kind, orgId, seq } })
  if (beginning?.early) return broken('ended_early', start)
  const elsewhere = known.get(start)?.find(({ hash }) => hash !== before)
  if (elsewhere) return broken(elsewhere.kind, start)
  for await (const link of linksOf(tx, orgId, start)) {
    const expected = last + 1
    if (link.seq !== expected) return broken('missing', expected)
    if (link.hash !== hashOf(link.prevHash, link)) return broken('changed', expected)
    if (link.prevHash !== before) return broken('unlinked', expected)
    const other = known.get(expected)?.find(({ hash }) => hash !== link.hash)
    if (other) return broken(other.kind, expected)
    before = link.hash
    last = expected
  }
  for (const seq of known.keys()) if (seq > last) return broken('tail_missing', last + 1)
  return { entries: last - start, broken: null }
}

/** Where a chain begins since its oldest entries have ended; `early` when they were younger than the anchors allow. */
type Beginning = { seq: number; hash: string; keptSince: Date; early: boolean }

async function beginnings(tx: Tx): Promise<Map<string, Beginning>> {
  const rows = await tx.select().from(auditCheckpoints)
  return new Map(
    rows.map(({ orgId, seq, hash, endedAt }) => [
      orgId,
      { seq, hash, keptSince: entriesKeptSince(endedAt), early: false },
    ]),
  )
}

/** Gathers what is known of each chain, an organisation's in one place. */
function gather() {
  const chains = new Map<string, Known>()
  const of = (orgId: string): Known => {
    const known: Known = chains.get(orgId) ?? (new Map() as Known)
    chains.set(orgId, known)
    return known
  }
  const know = ({ orgId, seq, hash }: Head, kind: ChainFault) => {
    const known = of(orgId)
    const here = known.get(seq) ?? []
    // A chain without an entry has a head too.
    if (seq > 0 && !here.some((one) => one.hash === hash)) known.set(seq, [...here, { hash, kind }])
  }
  return { chains, of, know }
}

/**
 * Reads every chain from its first entry that is kept to its last and holds it against its head and against `anchors`, which are read
 * first: entries that were changed, taken out, put elsewhere or cut off, and an older state put back, are found.
 * `anchored` says that there must be anchors.
 */
export async function verifyChains(
  tx: Tx,
  anchors: AsyncIterable<Anchor>,
  anchored: boolean,
): Promise<Verdict> {
  const { chains, of, know } = gather()
  // Years of anchors take longer to read than a transaction may rest.
  await tx.execute(sql`select set_config('idle_in_transaction_session_timeout', '0', true)`)
  const begun = await beginnings(tx)
  const verdict: Verdict = { entries: 0, organisations: 0, anchors: 0, broken: null }
  for await (const anchor of anchors) {
    verdict.anchors += 1
    know(anchor, 'not_as_anchored')
    const beginning = begun.get(anchor.orgId)
    // The chain ended there then: what has ended since was written later, and is too young to end.
    if (beginning && anchor.seq < beginning.seq && new Date(anchor.at) > beginning.keptSince)
      beginning.early = true
  }
  if (anchored && verdict.anchors === 0) verdict.broken = { kind: 'anchors_gone', orgId: null, seq: null }
  for (const head of await headsOfChains(tx)) know(head, 'tail_missing')
  const rows = await tx.execute<{ org: string }>(sql`select distinct org_id as org from audit_log`)
  for (const { org } of rows) of(org)
  for (const org of begun.keys()) of(org)
  for (const [orgId, known] of [...chains].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { entries, broken } = await verifyChain(tx, orgId, known, begun.get(orgId))
    verdict.entries += entries
    if (entries > 0) verdict.organisations += 1
    verdict.broken ??= broken
  }
  return verdict
}
