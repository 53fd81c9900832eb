import { build } from 'vite'
import { inData, ROOT } from '../../../scripts/paths.mjs'

/**
 * The worker in one file, because hundreds of them are started and each would translate its sources anew.
 * @returns its path.
 */
export async function bundleWorker(): Promise<string> {
  const outDir = inData('faults-worker')
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // Of the parts that mails are made of, most are never used and slow to load.
    ssr: { noExternal: [/^@react-email/] },
    build: { ssr: 'tests/faults/runner/worker.ts', outDir, emptyOutDir: true, target: 'node20' },
  })
  return `${outDir}/worker.js`
}
