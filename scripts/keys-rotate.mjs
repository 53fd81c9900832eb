import './node-version.mjs'

import { fail } from './steps.mjs'
import { runWithDatabase } from './with-database.mjs'

await runWithDatabase('workers/rotate-keys.ts', []).then((code) => (process.exitCode = code), fail)
