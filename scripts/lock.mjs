import fs from 'node:fs'

import { inData } from './paths.mjs'
import { identity, pause, stillRuns } from './processes.mjs'

/**
 * Runs `work` while no other command on this clone runs under the same name: two test runs side by side must not both
 * create the cluster or both build. The lock of a killed process is taken over.
 */
export async function withLock(name, work) {
  const file = inData('locks', name)
  fs.mkdirSync(inData('locks'), { recursive: true })
  while (!take(file)) await pause(50)
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
  }
}

function take(file) {
  // Written whole under another name, then linked: a lock is never seen without its owner.
  const own = `${file}.${process.pid}`
  fs.writeFileSync(own, identity(process.pid))
  try {
    fs.linkSync(own, file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!stillRuns(readOwner(file))) fs.rmSync(file, { force: true })
    return false
  } finally {
    fs.rmSync(own, { force: true })
  }
}

function readOwner(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return identity(process.pid)
  }
}
