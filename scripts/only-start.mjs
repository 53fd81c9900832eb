import fs from 'node:fs'

import { checkFolder } from './machine.mjs'
import { inData } from './paths.mjs'
import { isFree } from './ports.mjs'
import { identity, stillRuns } from './processes.mjs'
import { Stop } from './steps.mjs'

const RECORD = inData('start.json')
const MODE = inData('mode')

/** The `npm start` of this clone that is running, or null. */
export function runningStart() {
  try {
    const start = JSON.parse(fs.readFileSync(RECORD, 'utf8'))
    return stillRuns(start.process) ? { pid: Number.parseInt(start.process, 10), url: start.url } : null
  } catch {
    return null
  }
}

/** Makes this process the clone's one `npm start`, or says in one line what is in its way. */
export async function becomeTheStart({ url, port }) {
  const other = runningStart()
  if (other)
    throw new Stop(
      `Passaparola is already running at ${other.url} (process ${other.pid}): use it, or stop that one first`,
    )
  await refuseTakenPort(port)
  checkFolder()
  fs.writeFileSync(RECORD, JSON.stringify({ process: identity(process.pid), url }))
  process.once('exit', () => fs.rmSync(RECORD, { force: true }))
}

/** Setup takes minutes the first time, in which somebody else may take the port: asked before and after. */
export async function refuseTakenPort(port) {
  if (await isFree(port)) return
  throw new Stop(
    `port ${port} is taken by another program: stop that one, or choose another: PORT=${port + 1} npm start`,
  )
}

/** Demo data and real data never share a database: whichever came first keeps it. */
export function keepToMode(mode) {
  const before = databaseMode()
  if (before === null) fs.writeFileSync(MODE, mode)
  else if (before !== mode && before === 'production')
    throw new Stop(
      "this folder's database holds production data: start with APP_MODE=production, or try the demo in another clone",
    )
  else if (before !== mode)
    throw new Stop("this folder's database holds demo data: run npm run demo:reset first")
}

/** What the embedded database of this clone holds: `demo`, `production`, or null before the first start. */
export function databaseMode() {
  return fs.existsSync(MODE) ? fs.readFileSync(MODE, 'utf8').trim() : null
}

/** For after a reset. */
export function forgetMode() {
  fs.rmSync(MODE, { force: true })
}
