import './node-version.mjs'

import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { bundle } from './bundle.mjs'
import { runCompiled } from './compiled.mjs'
import { ROOT } from './paths.mjs'
import { yieldToPages } from './processes.mjs'

// Runs a program of ours, with its arguments after it: node scripts/launch.mjs workers/main.ts
const [, , script = ''] = process.argv
const program = path.relative(ROOT, script)
// Nobody waits at a screen for what the worker does.
if (program === path.join('workers', 'main.ts')) yieldToPages()
const made = await bundle(program)
process.argv.splice(1, 2, path.resolve(script))
if (made.service) runCompiled(made)
else {
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(made.file).href)
}
