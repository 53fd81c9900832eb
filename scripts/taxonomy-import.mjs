import './node-version.mjs'

import path from 'node:path'

import { fail } from './steps.mjs'
import { runWithDatabase } from './with-database.mjs'

// Paths are those of the folder that the command was called from.
const from = process.env.INIT_CWD ?? process.cwd()
const args = process.argv.slice(2).map((arg) => (arg.startsWith('-') ? arg : path.resolve(from, arg)))

await runWithDatabase('workers/import-taxonomy.ts', args).then((code) => (process.exitCode = code), fail)
