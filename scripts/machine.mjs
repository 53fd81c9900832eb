import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

import { DATA, ROOT } from './paths.mjs'
import { Stop } from './steps.mjs'

const GIGABYTE = 1024 ** 3

/** Stops in one line where this user could write nothing. */
export function checkFolder() {
  try {
    fs.mkdirSync(DATA, { recursive: true })
    fs.accessSync(DATA, fs.constants.W_OK | fs.constants.X_OK)
  } catch {
    throw new Stop(
      `${DATA} cannot be written by this user: run as the owner of the folder, or clone it elsewhere`,
    )
  }
}

/** Stops early, in one line, where the folder or the disk would make a later step fail in a hundred. */
export function checkMachine() {
  checkFolder()
  // What is not installed yet takes most of the room; afterwards only the database grows.
  const needed = fs.existsSync(`${ROOT}/node_modules/.package-lock.json`) ? 0.2 : 2
  const free = freeGigabytes()
  if (free < needed) {
    throw new Stop(
      `only ${free.toFixed(1)} GB free on the disk of ${ROOT}, ${needed} GB are needed: make room and run this again`,
    )
  }
  return `Node ${process.versions.node}, ${Math.floor(free)} GB free`
}

/** Whether a program can be found on the PATH. */
export function onPath(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
}

function freeGigabytes() {
  const disk = fs.statfsSync(ROOT)
  return (disk.bavail * disk.bsize) / GIGABYTE
}
