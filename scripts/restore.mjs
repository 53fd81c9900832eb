import './node-version.mjs'

import path from 'node:path'

import { runningStart } from './only-start.mjs'
import { fail, Stop } from './steps.mjs'
import { runWithDatabase } from './with-database.mjs'

const folders = process.argv.slice(2, 3).map((name) => path.resolve(process.env.INIT_CWD ?? '.', name))

async function restore() {
  const start = runningStart()
  if (start) throw new Stop(`Passaparola is running at ${start.url} (process ${start.pid}): stop it first`)
  process.exitCode = await runWithDatabase('workers/restore.ts', folders, { migrate: false })
}

await restore().catch(fail)
