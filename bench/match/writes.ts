import { eq, sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { system } from '#app/domain/shared/actor.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { profiles } from '#db/schema/candidates.ts'
import { sideBySide, type Times } from '../measure.ts'
import { seeded, type Random } from '../random.ts'
import { BYTES, livedWeek, toDigits } from './weeks.ts'

const SAVES = 100

type Save = { id: string; available: string; wider: string }

function save(random: Random, ids: readonly string[]): Save {
  const available = new Uint8Array(BYTES)
  const wider = new Uint8Array(BYTES)
  livedWeek(random, available, wider)
  return {
    id: ids[random.int(ids.length)] ?? '',
    available: toDigits(available),
    wider: toDigits(wider),
  }
}

/** Saves somebody's week as the product does, the row that matching scans included. */
const saveWeek = ({ id, available, wider }: Save) =>
  withActor(system('bench'), (tx) =>
    tx
      .update(profiles)
      .set({ available, withChildcare: wider })
      .where(eq(profiles.candidateId, id as CandidateId)),
  )

const bareUpdate = ({ id, available, wider }: Save) =>
  withActor(system('bench'), (tx) =>
    tx.execute(
      sql`update bare_profiles set available = ${available}::bit(336), with_childcare = ${wider}::bit(336) where candidate_id = ${id}::uuid`,
    ),
  )

/** One saved week beside an update of the same columns of the same table without anything derived from it. */
export async function timeSaves(
  asSuperuser: <T>(work: (su: postgres.Sql) => Promise<T>) => Promise<T>,
  ids: readonly string[],
): Promise<{ save: Times; bare: Times }> {
  await asSuperuser(async (su) => {
    await su`create table bare_profiles (like profiles including all)`
    await su`insert into bare_profiles select * from profiles`
    // As it is for the product: by the person's id alone.
    await su`create index on bare_profiles (candidate_id)`
    await su`create index if not exists bench_profiles_person on profiles (candidate_id)`
    await su`grant select, update on bare_profiles to passaparola_web`
    await su`analyze bare_profiles`
  })
  const random = seeded(7)
  const saves = Array.from({ length: SAVES }, () => save(random, ids))
  const times = await sideBySide(saves, { save: saveWeek, bare: bareUpdate })
  await asSuperuser((su) => su`drop table bare_profiles`)
  return times
}

/** Saves about `perSecond` weeks a second until stopped; tells how many there were. */
export function keepSaving(ids: readonly string[], perSecond: number): () => Promise<number> {
  const random = seeded(8)
  let over = false
  let done = 0
  const working = (async () => {
    const since = performance.now()
    while (!over) {
      await saveWeek(save(random, ids))
      done += 1
      const ahead = (done / perSecond) * 1000 - (performance.now() - since)
      if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead))
    }
  })()
  return async () => {
    over = true
    await working
    return done
  }
}

/** Saves `count` weeks as fast as they go, over four connections. */
export async function saveMany(ids: readonly string[], count: number): Promise<void> {
  const random = seeded(9)
  let left = count
  const one = async () => {
    while (left-- > 0) await saveWeek(save(random, ids))
  }
  await Promise.all([one(), one(), one(), one()])
}
