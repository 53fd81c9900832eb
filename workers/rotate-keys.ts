import { audit } from '#app/domain/audit/record.server.ts'
import { reindexSurnames } from '#app/domain/keys/reindex-surnames.server.ts'
import { resealSeeds } from '#app/domain/keys/reseal-seeds.server.ts'
import { rewrapPersonKeys } from '#app/domain/keys/rewrap-person-keys.server.ts'
import type { Place, RotatedPage } from '#app/domain/keys/rotated-page.ts'
import { seedKeys } from '#app/domain/accounts/totp.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { masterKeys } from '#app/platform/crypto.server.ts'
import { env } from '#app/platform/env.server.ts'
import type { KeyRing } from '#app/platform/key-ring.server.ts'
import { refuseLoginOf } from '#app/platform/own-login.ts'
import { closeDatabase } from '#db/client.ts'
import { asWorker } from './worker-actor.ts'

type Turn = (tx: Tx, after: Place | null) => Promise<RotatedPage>

/** A process that still writes with a former key could keep us here for ever; then there is something left, and we say so. */
const PASSES = 5

/** One look at the whole of a table, a transaction for each page: a kill loses a page, and the next run finds what is left. */
async function pass(turn: Turn): Promise<{ changed: number; failed: number }> {
  let [changed, failed] = [0, 0]
  let after: Place | null = null
  do {
    const page: RotatedPage = await asWorker((tx) => turn(tx, after))
    changed += page.changed
    failed += page.failed
    after = page.last
  } while (after !== null)
  return { changed, failed }
}

/** Looks again until a whole look finds nothing to change: what was written meanwhile is seen too. */
async function rotate(what: string, ring: KeyRing, turn: Turn): Promise<number> {
  let changed = 0
  for (let passes = 1; ; passes += 1) {
    const one = await pass(turn)
    changed += one.changed
    if (one.changed > 0 && passes < PASSES) continue
    const left = one.failed + one.changed
    const name = ring[0].id.toString('hex')
    process.stdout.write(`${what}: ${String(changed)} moved to ${name}, ${String(left)} left under another\n`)
    return left
  }
}

try {
  // The worker may not read the seeds of codes.
  refuseLoginOf('passaparola_worker', env())
  let left = await rotate('keys of persons', masterKeys(), rewrapPersonKeys)
  left += await rotate('indexes of surnames', seedKeys(), reindexSurnames)
  left += await rotate('seeds of one-time codes', seedKeys(), resealSeeds)
  const action = left === 0 ? 'keys.rotated' : 'keys.rotation_left'
  await asWorker((tx) => audit(tx, { action, subjectType: 'network' }))
  if (left > 0) {
    process.stdout.write(`not done: ${String(left)} rows are left, keep the former keys and run this again\n`)
    process.exitCode = 1
  } else process.stdout.write('done: nothing is left under a former key\n')
} finally {
  await closeDatabase()
}
