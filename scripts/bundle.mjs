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
  fs.mkdirSync(path.dirname(file), { recursive: true })
  put(file, outputFiles[0].contents)
  const inputs = [...Object.keys(metafile.inputs), 'scripts/bundle.mjs', 'package-lock.json']
  put(`${file}.sources`, JSON.stringify(inputs.map((source) => [source, stampOf(source)])))
  return file
}

function isCurrent(file) {
  if (!fs.existsSync(file) || !fs.existsSync(`${file}.sources`)) return false
  const sources = JSON.parse(fs.readFileSync(`${file}.sources`, 'utf8'))
  return sources.every(([source, stamp]) => stampOf(source) === stamp)
}

function stampOf(source) {
  const stat = fs.statSync(inRoot(source), { throwIfNoEntry: false })
  return stat ? `${stat.mtimeMs}:${stat.size}` : ''
}

/** Two may start the same program at once: neither must read half of it. */
function put(file, contents) {
  const own = `${file}.${process.pid}`
  fs.writeFileSync(own, contents)
  fs.renameSync(own, file)
}

function keepPackages(bundling) {
  // Of the parts that mails are made of, most are never used and slow to load.
  bundling.onResolve({ filter: /^[^#./]/ }, ({ kind, path: name }) =>
    kind === 'entry-point' || name.startsWith('@react-email/') ? undefined : { path: name, external: true },
  )
  // A module that asks where it is hears where its source is.
  bundling.onLoad({ filter: /\.ts$/ }, ({ path: source }) => {
    const text = fs.readFileSync(source, 'utf8')
    if (!text.includes('import.meta.')) return undefined
    const contents = text
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(source).href))
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(source)))
    return { contents, loader: 'ts' }
  })
}
