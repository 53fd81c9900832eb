import { spawn } from 'node:child_process'
import fs from 'node:fs'

import { inData, ROOT } from './paths.mjs'

const running = new Set()
let stopped = false

/** Kills the commands under way and lets no other begin, when the one who asked for them is told to stop. */
export function killRunning() {
  stopped = true
  for (const child of running) child.kill('SIGTERM')
}

/**
 * Runs a command in the clone and resolves to its exit code and everything it printed. It never rejects: a command that
 * cannot be started has code 127 and its reason as output. `show` passes the output on to the screen as well.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env, show = false, timeout } = {}) {
  if (stopped) return Promise.resolve({ code: 1, output: 'stopped' })
  return new Promise((resolve) => {
    if (show) {
      const child = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit' })
      return settle(child, () => '', resolve)
    }
    const child = spawn(command, args, { cwd: ROOT, env, timeout, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    settle(child, () => output, resolve)
  })
}

function settle(child, output, resolve) {
  running.add(child)
  child.on('error', (error) => {
    running.delete(child)
    resolve({ code: 127, output: error.message })
  })
  child.on('close', (code, killedBy) => {
    running.delete(child)
    resolve({ code: code ?? 1, output: output() + (killedBy ? `\nstopped by ${killedBy}` : '') })
  })
}

/** Keeps a command's output for the curious and returns the file's path, relative to the clone. */
export function keepOutput(name, output) {
  fs.mkdirSync(inData('logs'), { recursive: true })
  fs.writeFileSync(inData('logs', `${name}.log`), output)
  return `.data/logs/${name}.log`
}

/** The line of an output that best says what went wrong. */
export function gist(output) {
  const lines = output
    .replace(/\x1b\[[0-9;]*m/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return (lines.find((line) => /error|fatal|cannot|failed/i.test(line)) ?? lines.at(-1) ?? 'no output').slice(
    0,
    200,
  )
}
