import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { describe } from 'vitest'

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** Why there is no Redis here, or null: then its tests are skipped and say so. */
export const withoutRedis = process.env.PASSAPAROLA_NO_REDIS ?? null

/** Tests on a backend of the queue: on Redis skipped, saying why, where there is none. */
export const describeOn = (backend: string, name: string, tests: () => void): void => {
  const reason = backend === 'Redis' ? withoutRedis : null
  describe.skipIf(reason !== null)(reason === null ? name : `${name}: ${reason}`, tests)
}

/** A real Redis of this test's own on a free port, with an append-only file unless asked otherwise. */
export async function startRedis(settings: string[] = ['--appendonly', 'yes']) {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'redis-'))
  const child = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', ...settings],
    { stdio: 'ignore' },
  )
  const url = `redis://127.0.0.1:${String(port)}`
  const probe = new Redis(url, { retryStrategy: () => 50 })
  probe.on('error', () => undefined)
  await probe.ping()
  probe.disconnect()
  return {
    url,
    /** Every byte that it has written to its disk. */
    written: () =>
      Buffer.concat(
        readdirSync(dir, { recursive: true, encoding: 'utf8' })
          .map((name) => join(dir, name))
          .filter((file) => statSync(file).isFile())
          .map((file) => readFileSync(file)),
      ),
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
