import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { openQueue } from '#app/platform/queue.server.ts'
import { startRedis } from '#tests/workers/redis-server.ts'
import { takeBackup } from '#workers/backup/take-backup.ts'
import { relayOnce } from '#workers/relay.ts'
import { QUICK } from '../workers/run-all.ts'

/** Words as they look in bytes that are read one by one. */
export const inLatin1 = (words: readonly string[]) =>
  words.map((word) => Buffer.from(word).toString('latin1'))

/** Every byte that a Redis has on its disk once it carries the events that wait. */
export async function onDiskOfRedis(workerUrl: string): Promise<Buffer> {
  const redis = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always'])
  try {
    const queue = await openQueue({ DATABASE_URL: workerUrl, REDIS_URL: redis.url })
    await relayOnce(queue, QUICK)
    await queue.close()
    return redis.written()
  } finally {
    await redis.stop()
  }
}

/** Every byte of a backup. */
export async function inBackupOf(ownerUrl: string): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'passaparola-canaries-'))
  const backup = path.join(folder, 'backup')
  await takeBackup(ownerUrl, backup)
  const names = await readdir(backup)
  const bytes = await Promise.all(names.map((name) => readFile(path.join(backup, name))))
  await rm(folder, { recursive: true })
  return Buffer.concat(bytes)
}

const GZIP = Buffer.from([0x1f, 0x8b, 0x08])

/** Everything in some bytes that is packed and not sealed. */
export function unpackedIn(bytes: Buffer): string {
  const found: string[] = []
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1)) {
    try {
      found.push(gunzipSync(bytes.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH }).toString())
    } catch {
      // Bytes that only look like a beginning.
    }
  }
  return found.join('\n')
}
