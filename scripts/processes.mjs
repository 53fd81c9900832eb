import { execFileSync } from 'node:child_process'
import fs from 'node:fs'

/**
 * A text that stays the same while process `pid` lives and differs once the number is given to another process;
 * null when there is no such process. Containers hand out the same few numbers again and again, so a number in a file
 * is no proof that its writer still runs.
 */
export function identity(pid) {
  if (!Number.isInteger(pid) || pid < 1) return null
  if (process.platform === 'linux') {
    try {
      // The command's name may contain spaces and brackets: count the fields after its closing one.
      const fields = fs
        .readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return fields[0] === 'Z' ? null : `${pid}@${fields[19]}`
    } catch {
      return null
    }
  }
  const started = ps(pid, 'lstart=')
  return started && `${pid}@${started}`
}

/** The command line of a process, or an empty text. */
export function commandLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ps(pid, 'args=') ?? ''
  }
}

/** Whether the process that wrote `written` (an identity) is still there. */
export function stillRuns(written) {
  const pid = Number.parseInt(written, 10)
  return identity(pid) !== null && identity(pid) === written
}

/** Waits until the process is gone; false when it outlives `milliseconds`. */
export async function gone(pid, milliseconds) {
  const until = Date.now() + milliseconds
  while (identity(pid)) {
    if (Date.now() > until) return false
    await pause(25)
  }
  return true
}

/** Sends a signal, to a process that may be gone already. */
export function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/**
 * Calls `stop` when npm went away without a word: it puts a shell between itself and us, which dies of a SIGTERM and does
 * not pass it on. Our parent is then another process.
 */
export function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}

/** Resolves after some milliseconds. */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function ps(pid, format) {
  try {
    return execFileSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}
