import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'

/**
 * A text that stays the same while process `pid` lives and differs once the number is given to another process;
 * null when there is no such process. Containers hand out the same few numbers again and again, so a number in a file
 * is no proof that its writer still runs.
 */
export function identity(pid) {
  if (!Number.isInteger(pid) || pid < 1) return null
  if (process.platform === 'linux') {
    try {
      const fields = statOf(pid)
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

/** `nice` of what runs behind the pages. */
const BEHIND = 5

/**
 * Lets a process (this one, unless it is another's number) have less than the pages of a busy machine. One that was started with
 * less already keeps that: nobody but root may ask for more.
 */
export function yieldToPages(pid = process.pid) {
  if (os.getPriority(pid) >= BEHIND) return
  os.setPriority(pid, BEHIND)
  // Where Linux shares a machine out by session, what counts is the session's own number.
  if (!isSessionLeader(pid)) return
  try {
    fs.writeFileSync(`/proc/${pid}/autogroup`, String(BEHIND))
  } catch {
    // Not everywhere may it be set; what it does is to be wished for, not needed.
  }
}

function isSessionLeader(pid) {
  return fs.existsSync(`/proc/${pid}/autogroup`) && Number(statOf(pid)[3]) === pid
}

/** What Linux says of a process after its command's name, which may contain spaces and brackets: state, parent, group, session … */
const statOf = (pid) =>
  fs
    .readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
