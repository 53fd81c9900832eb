import './node-version.mjs'

import path from 'node:path'

import { installDependencies } from './dependencies.mjs'
import { runningStart } from './only-start.mjs'
import { runningPostgres, startPostgres } from './postgres.mjs'
import { run } from './run.mjs'
import { fail, Stop } from './steps.mjs'

/**
 * Imports ESCO files into the database of DATABASE_URL, or into this clone's own, whether the product is running or not.
 * Paths are those of the folder that the command was called from.
 */
async function importTaxonomy(args) {
  await installDependencies()
  const from = process.env.INIT_CWD ?? process.cwd()
  const resolved = args.map((arg) => (arg.startsWith('-') ? arg : path.resolve(from, arg)))
  const script = async (env, file, ...rest) => {
    const settings = { env: { ...process.env, ...env }, show: true }
    const { code } = await run(process.execPath, ['--import', 'tsx', file, ...rest], settings)
    return code
  }
  const importer = (env) => script(env, 'workers/import-taxonomy.ts', ...resolved)

  if (process.env.DATABASE_URL) return importer({})
  const running = runningStart() && runningPostgres()
  if (running) return importer({ DATABASE_URL: running.webUrl })
  const database = await startPostgres()
  try {
    const env = { DATABASE_URL: database.webUrl, DATABASE_OWNER_URL: database.ownerUrl }
    if ((await script(env, 'db/migrate.ts')) !== 0) throw new Stop('the migrations failed')
    return await importer(env)
  } finally {
    await database.stop()
  }
}

await importTaxonomy(process.argv.slice(2)).then((code) => (process.exitCode = code), fail)
