import './node-version.mjs'

import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { bundle } from './bundle.mjs'
import { ROOT } from './paths.mjs'

// Runs a program of ours, with its arguments after it: node scripts/launch.mjs workers/main.ts
const [, , script = ''] = process.argv
const file = await bundle(path.relative(ROOT, script))
process.argv.splice(1, 2, path.resolve(script))
process.setSourceMapsEnabled(true)
await import(pathToFileURL(file).href)
