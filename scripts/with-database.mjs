import { installDependencies } from './dependencies.mjs'
import { runningStart } from './only-start.mjs'
import { LAUNCH } from './paths.mjs'
import { runningPostgres, startPostgres } from './postgres.mjs'
import { run } from './run.mjs'
import { localSecrets } from './secrets.mjs'
import { Stop } from './steps.mjs'

/**
 * Runs a script with the database of DATABASE_URL, or with this clone's own, migrated unless told otherwise, whether the
 * product is running or not. Gives its exit code.
 */
export async function runWithDatabase(file, args, { migrate = true } = {}) {
  await installDependencies()
  const { APP_SECRET, MASTER_KEY } = localSecrets()
  const own = { APP_URL: runningStart()?.url ?? 'http://localhost:3000', APP_SECRET, MASTER_KEY }
  const script = async (env, name, ...rest) => {
    const settings = { env: { ...own, ...process.env, ...env }, show: true }
    const { code } = await run(process.execPath, [LAUNCH, name, ...rest], settings)
    return code
  }
  if (process.env.DATABASE_URL) return script({}, file, ...args)
  const running = runningStart() && runningPostgres()
  if (running)
    return script({ DATABASE_URL: running.webUrl, DATABASE_OWNER_URL: running.ownerUrl }, file, ...args)
  const database = await startPostgres()
  try {
    const env = { DATABASE_URL: database.webUrl, DATABASE_OWNER_URL: database.ownerUrl }
    if (migrate && (await script(env, 'db/migrate.ts')) !== 0) throw new Stop('the migrations failed')
    return await script(env, file, ...args)
  } finally {
    await database.stop()
  }
}
