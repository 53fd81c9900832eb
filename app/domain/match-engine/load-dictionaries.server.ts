import { sql } from 'drizzle-orm'
import { matchAreas, matchCodes, matchWeeks } from '#db/schema/matching.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { Dictionaries } from './compile/dictionaries.ts'
import { WEEK_BYTES } from './compile/words.ts'
import { intArray } from './postgres-sql/lists.server.ts'

type Learnt = { database: string; dictionaries: Dictionaries }

/**
 * What this process has learnt of its database. It hangs on the global object, because the built pages carry their own
 * copy of this module beside the server's, which learns before anybody asks.
 */
const LEARNT = Symbol.for('passaparola.dictionaries')
const shared = globalThis as { [LEARNT]?: Learnt }

type Row = {
  database: string
  weeks: Buffer | null
  areas: { id: number; lat: number; lng: number }[] | null
  codes: { id: number; code: string }[] | null
}

/** An id of four bytes, then for each of the two weeks a length of four and its bytes. */
const WEEK_ENTRY = 4 + 2 * (4 + WEEK_BYTES)

function addWeeks(dictionaries: Dictionaries, bytes: Buffer): void {
  const week = new Uint8Array(2 * WEEK_BYTES)
  for (let at = 0; at < bytes.length; at += WEEK_ENTRY) {
    week.set(bytes.subarray(at + 8, at + 8 + WEEK_BYTES))
    week.set(bytes.subarray(at + 12 + WEEK_BYTES, at + WEEK_ENTRY), WEEK_BYTES)
    dictionaries.weeks.add(bytes.readInt32BE(at), week)
  }
}

/**
 * Opens the transaction for matching and brings the dictionaries up to what it sees, in one statement: what is new since
 * the last time, and numbers that were missing then because their transaction had not ended.
 */
async function open(tx: Tx): Promise<Dictionaries> {
  const learnt = (shared[LEARNT] ??= { database: '', dictionaries: new Dictionaries() })
  const { dictionaries } = learnt
  const { weeks, areasSeen, codesSeen } = dictionaries
  const fresh = (id: unknown, { last, holes }: { last: number; holes: Set<number> }) =>
    holes.size > 0 ? sql`(${id} > ${last} or ${id} = any(${intArray([...holes])}))` : sql`${id} > ${last}`
  const [row] = await tx.execute<Row>(sql`
    select set_config('app.purpose', 'matching', true),
      (select oid::text || current_database() from pg_database where datname = current_database()) as database,
      (select string_agg(int4send(w.id) || bit_send(w.available) || bit_send(coalesce(w.with_childcare, w.available)), ''::bytea)
        from ${matchWeeks} w where ${fresh(sql`w.id`, weeks.seen)}) as weeks,
      (select json_agg(json_build_object('id', a.id, 'lat', a.lat, 'lng', a.lng))
        from ${matchAreas} a where ${fresh(sql`a.id`, areasSeen)}) as areas,
      (select json_agg(json_build_object('id', c.id, 'code', c.code))
        from ${matchCodes} c where ${fresh(sql`c.id`, codesSeen)}) as codes`)
  if (!row) throw new Error('the dictionaries gave no row')
  if (row.database !== learnt.database) {
    // Not the one that was counted from: begin again.
    const first = learnt.database === ''
    shared[LEARNT] = { database: row.database, dictionaries: first ? dictionaries : new Dictionaries() }
    if (!first) return open(tx)
  }
  if (row.weeks) addWeeks(dictionaries, row.weeks)
  for (const { id, lat, lng } of row.areas ?? []) dictionaries.addArea(id, { lat, lng })
  for (const { id, code } of row.codes ?? []) dictionaries.addCode(id, code)
  return dictionaries
}

/**
 * Runs `work` with the transaction opened for matching, as `forPurpose` does, and with the process's dictionaries brought
 * up to date in the same statement; then closes it again.
 */
export async function forMatching<T>(tx: Tx, work: (dictionaries: Dictionaries) => Promise<T>): Promise<T> {
  const result = await work(await open(tx))
  await tx.execute(sql`select set_config('app.purpose', '', true)`)
  return result
}
