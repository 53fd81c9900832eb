import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

export type RunningApp = { url: string; worker: ChildProcess | null; stop: () => Promise<void> }

type Options = { webUrl: string; workerUrl: string; worker?: boolean; env?: Record<string, string> }

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const start = (file: string, env: NodeJS.ProcessEnv, errors: string[]): ChildProcess => {
  const child = spawn(process.execPath, ['scripts/launch.mjs', file], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  return child
}

async function end(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
}

async function healthy(url: string, child: ChildProcess, errors: string[]): Promise<void> {
  for (let tries = 0; tries < 900; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${errors.join('')}`)
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server is not ready: ${errors.join('')}`)
}

/** The real server, and the real worker when asked, as processes of their own on a free port over a test's database. */
export async function startApp({
  webUrl,
  workerUrl,
  worker = false,
  env = {},
}: Options): Promise<RunningApp> {
  const port = await freePort()
  const url = `http://localhost:${String(port)}`
  const errors: string[] = []
  const settings: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    APP_MODE: 'demo',
    APP_URL: url,
    PORT: String(port),
    DATABASE_URL: webUrl,
    LOG_LEVEL: 'error',
    ...env,
  }
  const ofWorker = { ...settings, DATABASE_URL: workerUrl }
  if (worker) {
    const [code] = (await once(start('workers/migrate-queue.ts', ofWorker, errors), 'exit')) as [number]
    if (code !== 0) throw new Error(`the queue has no tables: ${errors.join('')}`)
  }
  const web = start('server.ts', settings, errors)
  const background = worker ? start('workers/main.ts', ofWorker, errors) : null
  try {
    await healthy(url, web, errors)
  } catch (error) {
    await Promise.all([end(web), end(background)])
    throw error
  }
  return {
    url,
    worker: background,
    stop: async () => {
      await Promise.all([end(web), end(background)])
    },
  }
}
