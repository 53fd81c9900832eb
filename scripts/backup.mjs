import './node-version.mjs'

import path from 'node:path'

import { fail } from './steps.mjs'
import { runWithDatabase } from './with-database.mjs'

// npm runs us in the clone, whatever folder it was called from.
const folders = process.argv.slice(2, 3).map((name) => path.resolve(process.env.INIT_CWD ?? '.', name))

await runWithDatabase('workers/backup.ts', folders).then((code) => (process.exitCode = code), fail)
