import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { CrashPoint } from '#app/platform/crash-point.ts'

export type WorkerChild = {
  /** How it ended: the name of the signal, or its exit code. */
  ended: Promise<string>
  kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<string>
}

/** A worker in a process of its own, ready to work; `fault` has it die at that point as `kill -9` would. */
export async function startWorkerChild(
  settings: { workerUrl: string; smtpUrl: string; redisUrl?: string },
  fault?: CrashPoint,
): Promise<WorkerChild> {
  const errors: string[] = []
  const child: ChildProcess = spawn(
    process.execPath,
    ['scripts/launch.mjs', 'tests/faults/worker-process.ts'],
    {
      env: {
        ...process.env,
        DATABASE_URL: settings.workerUrl,
        SMTP_URL: settings.smtpUrl,
        REDIS_URL: settings.redisUrl ?? '',
        FAULT: fault ?? '',
      },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()))
  const ended = once(child, 'exit').then(([code, signal]) => String(signal ?? code))
  const started = once(child, 'message').then(() => true)
  if ((await Promise.race([started, ended])) !== true && !fault)
    throw new Error(`no worker: ${errors.join('')}`)
  return {
    ended,
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
