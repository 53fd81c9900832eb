import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { LAUNCH } from '../../../scripts/paths.mjs'
import { yieldToPages } from '../../../scripts/processes.mjs'

const STOP_WITH_PARENT = new URL('../../../scripts/stop-with-parent.mjs', import.meta.url).href

/** The programs that a run starts again and again. */
export const WEB = 'server.ts'
export const WORKER = 'tests/faults/runner/worker.ts'

export type Child = {
  pid: number
  /** Resolves when it is ready, or has ended before. */
  ready: Promise<boolean>
  /** How it ended: the name of the signal, or its exit code. */
  ended: Promise<string>
  kill: (signal: NodeJS.Signals) => Promise<string>
}

/**
 * A program of ours in a process of its own. `ready` asks it again and again until it says yes; each line that it logs is
 * given to `hear`.
 */
export function startChild(
  script: string,
  env: Record<string, string>,
  hear: (line: string) => void,
  ready: (child: ChildProcess) => Promise<unknown>,
): Child {
  const child = spawn(process.execPath, ['--import', STOP_WITH_PARENT, LAUNCH, script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  // As the launcher does for the product's own worker.
  if (script !== WEB && child.pid) yieldToPages(child.pid)
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(hear)
    })
  }
  const ended = once(child, 'exit').then(([code, signal]) => String(signal ?? code))
  return {
    pid: child.pid ?? 0,
    ready: Promise.race([ready(child).then(() => true), ended.then(() => false)]),
    ended,
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
