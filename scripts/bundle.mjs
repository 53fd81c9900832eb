import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { AFTER, ASKED, BEFORE } from './compiled.mjs'
import { inRoot, ROOT } from './paths.mjs'

/**
 * What is started again whenever it ends, so that each start counts: what npm installed is put into the file too, and what V8
 * has compiled of it is kept (compiled.mjs). Of other programs what npm installed stays where it is.
 */
const SERVICES = ['server.ts', 'workers/main.ts', 'tests/faults/runner/worker.ts']

/** What is not JavaScript alone stays where it is. */
const NATIVE = ['sharp', '@node-rs/argon2', 'pg-native']

/** Names stay, for whoever reads where a fault came from; the line that it is shown with must fit on a screen. */
const AS_SERVICE = {
  format: 'cjs',
  external: NATIVE,
  // Node 20 no longer knows who asks for a module once a text was compiled by another process.
  supported: { 'dynamic-import': false },
  define: ASKED,
  banner: { js: BEFORE },
  footer: { js: AFTER },
  minifyWhitespace: true,
  legalComments: 'none',
  lineLimit: 200,
}

/**
 * Puts a program of ours (`workers/main.ts`) and all of ours that it imports into one file, unless that is there and as new
 * as they are: to load some six hundred modules one by one takes two seconds.
 * @returns the file's path, and of a service its text and what tells this text from any other.
 */
export async function bundle(script) {
  const service = SERVICES.includes(script)
  const name = script.replaceAll('/', '-').replace(/\.ts$/, '')
  const file = inRoot('build', 'programs', `${name}.${service ? 'cjs' : 'mjs'}`)
  const current = readCurrent(file)
  if (current) return { file, service, ...current }
  // Loaded only when there is something to do.
  const { build, stop } = await import('esbuild')
  const since = Date.now()
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [script],
    outfile: file,
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    target: `node${process.versions.node}`,
    logLevel: 'error',
    ...(service ? AS_SERVICE : { format: 'esm', sourcemap: 'inline', sourcesContent: false }),
    plugins: [{ name: 'ours', setup: (bundling) => ours(bundling, { keepPackages: !service }) }],
  })
  await stop()
  const inputs = Object.keys(metafile.inputs).filter(
    (source) => !source.startsWith(GENERATED) && !source.startsWith(PACKAGES),
  )
  const sources = [...inputs, ...RULES].map((source) => [source, stampOf(source, since)])
  const [output] = outputFiles
  const text = service ? inAscii(output.text) : output.text
  const id = idOf(text)
  try {
    write(file, `${text}${MADE_OF}${JSON.stringify({ ...MADE_BY, id, sources })}\n`)
  } catch (error) {
    // A service runs from memory: what is down already must not stay down for a full disk.
    if (!service) throw error
    console.warn(
      `${path.relative(ROOT, file)}: not written (${error.code}), each start takes seconds longer.`,
    )
  }
  return { file, service, text, id }
}

const idOf = (text) => createHash('sha256').update(text).digest('hex')

/** Two may start the same program at once: neither must read half of it, nor one's stamps beside the other's code. */
function write(file, content) {
  const own = `${file}.${process.pid}`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(own, content)
    fs.renameSync(own, file)
  } catch (error) {
    fs.rmSync(own, { force: true })
    throw error
  }
}

/** A single letter beyond Latin doubles what a text takes of memory. What esbuild leaves of them stands in patterns and templates. */
const inAscii = (text) =>
  text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Each message is a file, all made at once. */
const GENERATED = 'app/locales/generated/'

/** They change when npm has installed something, which it writes down at the end. */
const PACKAGES = 'node_modules/'

/** What decides how sources become a program. */
const RULES = [
  'scripts/bundle.mjs',
  'scripts/compiled.mjs',
  'package.json',
  'package-lock.json',
  `${PACKAGES}.package-lock.json`,
  'tsconfig.json',
  `${GENERATED}.hash`,
]
const MADE_OF = '\n// made of: '

/** A program knows where its sources lie: that of a clone that was moved is another. */
const MADE_BY = { version: process.version, root: ROOT }

/** @returns nothing where there is none, where it is older than its sources, or where a disk has damaged it. */
function readCurrent(file) {
  try {
    const all = fs.readFileSync(file)
    const end = all.lastIndexOf(MADE_OF)
    const text = all.subarray(0, end)
    const { version, root, id, sources } = JSON.parse(all.subarray(end + MADE_OF.length))
    const current =
      version === MADE_BY.version &&
      root === MADE_BY.root &&
      sources.every(([source, stamp]) => stamp !== UNKNOWN && stampOf(source) === stamp) &&
      id === idOf(text)
    return current ? { text: text.toString(), id } : null
  } catch {
    return null
  }
}

/** The stamp of what is not there, or was put there while the program was made. */
const UNKNOWN = 'new'

/** When a source was put there, whatever age it was given, and how long it is; unknown where that was after `since`. */
function stampOf(source, since = Infinity) {
  const stat = fs.statSync(inRoot(source), { throwIfNoEntry: false })
  return stat && stat.ctimeMs < since ? `${stat.ctimeMs}:${stat.size}` : UNKNOWN
}

const LOADERS = { '.ts': 'ts', '.tsx': 'tsx', '.mjs': 'js' }

/** What our sources import by one name, so that editors complete it; a program takes the messages that it shows. */
const ALL_MESSAGES = "import { m } from '#app/locales/generated/messages.js'"
const EACH_MESSAGE = "import * as m from '#app/locales/generated/messages/_index.js'"

/** What a program loads from where it lies itself, such as the built pages, is a part of it. */
const BY_ADDRESS = /import\(new URL\(('[^']+'), import\.meta\.url\)\.href\)/g

function ours(bundling, { keepPackages }) {
  // Of the parts that mails are made of, most are never used and slow to load.
  if (keepPackages)
    bundling.onResolve({ filter: /^[^#./]/ }, ({ kind, path: name }) =>
      kind === 'entry-point' || name.startsWith('@react-email/') ? undefined : { path: name, external: true },
    )
  // A module that asks where it is hears where its source is.
  bundling.onLoad({ filter: /\.(ts|tsx|mjs)$/ }, ({ path: source }) => {
    if (path.relative(ROOT, source).startsWith(PACKAGES)) return undefined
    const text = fs.readFileSync(source, 'utf8')
    if (!text.includes('import.meta.') && !text.includes(ALL_MESSAGES)) return undefined
    const contents = text
      .replace(ALL_MESSAGES, EACH_MESSAGE)
      .replace(BY_ADDRESS, 'import($1)')
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(source).href))
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(source)))
    return { contents, loader: LOADERS[path.extname(source)] }
  })
}
