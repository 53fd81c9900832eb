import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from '../../../scripts/ports.mjs'

/** A Redis of the runner's own, with an append-only file, that dies and comes back at the same address. */
export async function startOwnRedis() {
  const port = (await freePort(0, '127.0.0.1')) as number
  const dir = mkdtempSync(join(tmpdir(), 'faults-redis-'))
  const settings = ['--bind', '127.0.0.1', '--dir', dir, '--save', '', '--appendonly', 'yes']
  const start = async (): Promise<ChildProcess> => {
    const child = spawn('redis-server', ['--port', String(port), ...settings], { stdio: 'ignore' })
    const probe = new Redis(`redis://127.0.0.1:${String(port)}`, {
      retryStrategy: () => 20,
      maxRetriesPerRequest: null,
    })
    probe.on('error', () => undefined)
    await probe.ping()
    probe.disconnect()
    return child
  }
  let child = await start()
  process.once('exit', () => child.kill('SIGKILL'))
  const end = async (how: 'SIGKILL' | 'SIGTERM') => {
    const ended = once(child, 'exit')
    child.kill(how)
    await ended
  }
  return {
    port,
    kill: () => end('SIGKILL'),
    /** @returns the milliseconds until it answered again. */
    restart: async (): Promise<number> => {
      const since = performance.now()
      child = await start()
      return performance.now() - since
    },
    stop: async () => {
      await end('SIGTERM')
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
