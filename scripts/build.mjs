import fs from 'node:fs'
import path from 'node:path'

import { contentHash } from './content-hash.mjs'
import { withLock } from './lock.mjs'
import { inRoot } from './paths.mjs'
import { keepOutput, run, gist } from './run.mjs'
import { Stop } from './steps.mjs'

const GENERATED = 'app/locales/generated'
const PROJECT = 'app/locales/project.inlang'
const MESSAGES_RECORD = inRoot(GENERATED, '.hash')
const GATHERED = inRoot(GENERATED, 'messages.node.js')
const BUILD_RECORD = inRoot('build', '.hash')

/** Compiles the interface's words into typed functions, when the words changed. */
export function compileMessages() {
  return withLock('messages', async () => {
    const hash = contentHash(['app/locales'], isOurs)
    if (recorded(MESSAGES_RECORD) === hash && fs.existsSync(GATHERED)) return 'already there'
    const args = ['compile', '--project', `./${PROJECT}`, '--outdir', `./${GENERATED}`]
    const { code, output } = await run(process.execPath, [
      program('@inlang/paraglide-js/bin/run.js'),
      ...args,
    ])
    // It has been seen to compile nothing at all and to call that a success.
    const index = inRoot(GENERATED, 'messages', '_index.js')
    const empty = !fs.existsSync(index) || !/export/.test(fs.readFileSync(index, 'utf8'))
    if (code !== 0 || empty) {
      const log = keepOutput('messages', output)
      throw new Stop(`the messages in app/locales do not compile: ${gist(output)} (all of it in ${log})`)
    }
    nameEachMessage()
    await gatherMessages()
    fs.writeFileSync(MESSAGES_RECORD, hash)
    return 'ok'
  })
}

/** `export *` of thousands of modules makes a bundler ask all of them for every word; by its name a word is found at once. */
function nameEachMessage() {
  const folder = inRoot(GENERATED, 'messages')
  const index = path.join(folder, '_index.js')
  const named = fs.readFileSync(index, 'utf8').replace(/^export \* from '\.\/(.+)'/gm, (line, file) => {
    const source = fs.readFileSync(path.join(folder, file), 'utf8')
    const names = [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name)
    // A key with a capital letter is exported under a quoted name: few enough to stay as they are.
    return names.length > 0 ? `export { ${names.join(', ')} } from './${file}'` : line
  })
  fs.writeFileSync(index, named)
}

/**
 * One file of all messages for processes of our own, which would load thousands of modules one after the other. The browser's
 * half is built from the single ones, so that each page brings its own words only; package.json's `imports` say which is whose.
 */
async function gatherMessages() {
  // Loaded here: it is installed by the step before.
  const { build: bundle } = await import('esbuild')
  await bundle({
    entryPoints: [inRoot(GENERATED, 'messages.js')],
    outfile: GATHERED,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    charset: 'utf8',
    minifyWhitespace: true,
    logLevel: 'error',
    // What the language is, is kept there, once a process.
    plugins: [{ name: 'one-runtime', setup: keepRuntimeOutside }],
  })
}

function keepRuntimeOutside(bundle) {
  bundle.onResolve({ filter: /\/runtime\.js$/ }, () => ({ path: './runtime.js', external: true }))
}

/** Whether the build on disk is the one of these sources. */
export function buildIsCurrent() {
  return recorded(BUILD_RECORD) === sourceHash()
}

/** Builds the browser's and the server's half of the product, when their sources changed. */
export function build() {
  return withLock('build', async () => {
    if (buildIsCurrent()) return 'already there'
    const hash = sourceHash()
    const { code, output } = await run(
      process.execPath,
      [program('@remix-run/dev/dist/cli.js'), 'vite:build'],
      {
        env: { ...process.env, NODE_ENV: 'production' },
      },
    )
    const log = keepOutput('build', output)
    if (code !== 0) throw new Stop(`the build failed: ${gist(output)} (all of it in ${log})`)
    fs.writeFileSync(BUILD_RECORD, hash)
    return 'ok'
  })
}

function sourceHash() {
  const sources = [
    'app',
    'emails',
    'db',
    'workers',
    'public',
    'package-lock.json',
    'vite.config.ts',
    'remix.config.js',
  ]
  return contentHash(sources, (file) => isOurs(file) && !/\.test\.tsx?$/.test(file))
}

/** Not what the compiler writes: beside the messages it leaves files of its own in the project's folder, the first time it runs. */
function isOurs(file) {
  return !file.startsWith(GENERATED) && (!file.startsWith(PROJECT) || file === `${PROJECT}/settings.json`)
}

function recorded(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

function program(name) {
  return inRoot('node_modules', name)
}
