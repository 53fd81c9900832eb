import { spawn } from 'node:child_process'
import fs from 'node:fs'

import { inData, LAUNCH, ROOT } from './paths.mjs'
import { pause } from './processes.mjs'

const MINUTE = 60_000
const MOST_RESTARTS = 5
// The web server gives its requests ten seconds and then still closes its pools.
const LONGEST_STOP = 12_000
const STOP_WITH_PARENT = new URL('./stop-with-parent.mjs', import.meta.url).href

/**
 * Keeps one of our programs running: when it ends unasked it is started again after a growing pause, and after five
 * times in a minute `giveUp` is called instead, because then it will not get better by itself.
 *
 * @param {{ name: string, script: string, env: NodeJS.ProcessEnv, toScreen: boolean, say: (line: string) => void,
 *   giveUp: (why: string) => void }} options
 */
export function supervise({ name, script, env, toScreen, say, giveUp }) {
  const log = inData('logs', `${name}.log`)
  fs.mkdirSync(inData('logs'), { recursive: true })
  fs.writeFileSync(log, '')
  let child
  let ended
  let stopping = false
  let restarts = []

  function start() {
    const out = toScreen ? 'inherit' : fs.openSync(log, 'a')
    // In a session of its own: Ctrl-C reaches only us, and we stop the processes in the right order.
    child = spawn(process.execPath, ['--import', STOP_WITH_PARENT, LAUNCH, script], {
      cwd: ROOT,
      env,
      stdio: ['ignore', out, out, 'ipc'],
      detached: true,
    })
    if (!toScreen) fs.closeSync(out)
    ended = new Promise((resolve) =>
      child.once('exit', (code, killedBy) => resolve(killedBy ?? `code ${code}`)),
    )
    void ended.then(onEnd)
  }

  async function onEnd(how) {
    if (stopping) return
    restarts = [...restarts.filter((time) => time > Date.now() - MINUTE), Date.now()]
    if (restarts.length > MOST_RESTARTS)
      return giveUp(`${name} ended ${restarts.length} times in a minute (${how})`)
    const wait = 250 * 2 ** restarts.length
    say(`${name} ended unexpectedly (${how}): starting it again in ${wait / 1000} s`)
    await pause(wait)
    if (!stopping) start()
  }

  start()
  return {
    /** The last lines it wrote, for when it does not come up. */
    lastWords: () =>
      toScreen ? '' : fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-10).join('\n'),

    /** Asks it to finish what it is doing; whoever has not in time is ended, with all it started. */
    async stop() {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const finished = await Promise.race([ended, pause(LONGEST_STOP)])
      if (finished) return
      say(`${name} did not stop within ${LONGEST_STOP / 1000} s and is ended`)
      process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}
