import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { inRoot, ROOT } from './paths.mjs'

/**
 * Puts a program of ours (`workers/main.ts`) and all of ours that it imports into one file, unless that is there and as new
 * as they are: to load some six hundred modules one by one takes two seconds. What npm installed stays where it is.
 * @returns the file's path.
 */
export async function bundle(script) {
  const file = inRoot('build', 'programs', `${script.replaceAll('/', '-').replace(/\.ts$/, '')}.mjs`)
  if (isCurrent(file)) return file
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
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    plugins: [{ name: 'ours', setup: keepPackages }],
  })
  await stop()
  const inputs = Object.keys(metafile.inputs).filter((source) => !source.startsWith(GENERATED))
  const sources = [...inputs, ...RULES].map((source) => [source, stampOf(source, since)])
  fs.mkdirSync(path.dirname(file), { recursive: true })
  // Two may start the same program at once: neither must read half of it, nor one's stamps beside the other's code.
  const own = `${file}.${process.pid}`
  fs.writeFileSync(own, `${outputFiles[0].text}${MADE_OF}${JSON.stringify([process.version, sources])}\n`)
  fs.renameSync(own, file)
  return file
}

/** Each message is a file, all made at once. */
const GENERATED = 'app/locales/generated/'

/** What decides how sources become a program. */
const RULES = [
  'scripts/bundle.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  `${GENERATED}.hash`,
]
const MADE_OF = '\n// made of: '

function isCurrent(file) {
  const [, made] = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split(MADE_OF) : []
  if (!made) return false
  const [version, sources] = JSON.parse(made)
  return version === process.version && sources.every(([source, stamp]) => stampOf(source) === stamp)
}

/** When a source was written, and how long it is; nothing that is ever the same where it was written after `since`. */
function stampOf(source, since = Infinity) {
  const stat = fs.statSync(inRoot(source), { throwIfNoEntry: false })
  return stat && stat.mtimeMs < since ? `${stat.mtimeMs}:${stat.size}` : 'new'
}

const LOADERS = { '.ts': 'ts', '.tsx': 'tsx', '.mjs': 'js' }

/** What our sources import by one name, so that editors complete it; a program takes the messages that it shows. */
const ALL_MESSAGES = "import { m } from '#app/locales/generated/messages.js'"
const EACH_MESSAGE = "import * as m from '#app/locales/generated/messages/_index.js'"

function keepPackages(bundling) {
  // Of the parts that mails are made of, most are never used and slow to load.
  bundling.onResolve({ filter: /^[^#./]/ }, ({ kind, path: name }) =>
    kind === 'entry-point' || name.startsWith('@react-email/') ? undefined : { path: name, external: true },
  )
  // A module that asks where it is hears where its source is.
  bundling.onLoad({ filter: /\.(ts|tsx|mjs)$/ }, ({ path: source }) => {
    const text = fs.readFileSync(source, 'utf8')
    if (!text.includes('import.meta.') && !text.includes(ALL_MESSAGES)) return undefined
    const contents = text
      .replace(ALL_MESSAGES, EACH_MESSAGE)
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(source).href))
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(source)))
    return { contents, loader: LOADERS[path.extname(source)] }
  })
}
