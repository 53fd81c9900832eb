import './node-version.mjs'

import { becomeTheStart, keepToMode, refuseTakenPort } from './only-start.mjs'
import { startPostgres } from './postgres.mjs'
import { LAUNCH } from './paths.mjs'
import { pause, whenNpmIsGone } from './processes.mjs'
import { gist, keepOutput, killRunning, run } from './run.mjs'
import { localSecrets } from './secrets.mjs'
import { setup, SETUP_STEPS } from './setup.mjs'
import { createSteps, elapsed, fail, Stop } from './steps.mjs'
import { supervise } from './supervise.mjs'
import { welcome } from './welcome.mjs'

const HEALTHY_WITHIN = 60_000

const since = Date.now()
const port = Number(process.env.PORT || 3000)
const url = process.env.APP_URL || `http://localhost:${port}`
const mode = process.env.APP_MODE || 'demo'
const toScreen = mode === 'production'
const ownDatabase = !process.env.DATABASE_URL
const say = (line) => console.log(line)

let stopping = false
let database = null
const programs = []

async function start() {
  checkEnvironment()
  await becomeTheStart({ url, port })
  const steps = createSteps(SETUP_STEPS + (mode === 'production' ? 5 : 6), () => stopping)
  await setup({ forTests: false, steps })
  await refuseTakenPort(port)

  await steps.step('database', startDatabase)
  const env = await environment()
  await steps.step('migrations', () => runScript('migrations', 'db/migrate.ts', env))
  await steps.step('queue tables', () => runScript('queue tables', 'workers/migrate-queue.ts', env))
  await steps.step('skills and professions', () => runScript('taxonomy', 'workers/write-taxonomy.ts', env))
  if (mode !== 'production') await steps.step('demo data', () => runScript('seed', 'db/seed/main.ts', env))

  await steps.step('web and worker', async () => {
    const shared = { toScreen, say, giveUp }
    // Neither is told the other's way in.
    const { DATABASE_OWNER_URL: _, DATABASE_WORKER_URL, ...web } = env
    const worker = { ...web, DATABASE_URL: DATABASE_WORKER_URL }
    programs.push(supervise({ name: 'web', script: 'server.ts', env: web, ...shared }))
    programs.push(supervise({ name: 'worker', script: 'workers/main.ts', env: worker, ...shared }))
    await untilHealthy()
  })
  say(welcome({ url, mode, took: elapsed(since), toScreen }))
}

function checkEnvironment() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`PORT=${process.env.PORT} is not a port: use a number such as 3000`)
  if (!['demo', 'production'].includes(mode))
    throw new Stop(`APP_MODE=${mode} is unknown: use demo or production`)
  if (!ownDatabase && !(process.env.DATABASE_OWNER_URL && process.env.DATABASE_WORKER_URL))
    throw new Stop(
      'DATABASE_URL is set: set DATABASE_OWNER_URL too, for migrations, and DATABASE_WORKER_URL, for the worker',
    )
}

async function startDatabase(note) {
  if (!ownDatabase) return 'yours, by DATABASE_URL'
  keepToMode(mode)
  database = startPostgres({ say: note })
  watch(await database)
  return 'ok'
}

/** A database that is killed comes back at the same address; web and worker connect again by themselves. */
function watch({ ended, port: samePort }) {
  void ended.then(async () => {
    if (stopping) return
    say('the database ended unexpectedly: starting it again')
    database = startPostgres({ say, port: samePort })
    await database.then(watch, (error) => giveUp(error.message))
  })
}

async function environment() {
  const { APP_SECRET, MASTER_KEY } = localSecrets()
  const urls = await database
  return {
    APP_SECRET,
    MASTER_KEY,
    ...process.env,
    ...(urls && {
      DATABASE_URL: urls.webUrl,
      DATABASE_OWNER_URL: urls.ownerUrl,
      DATABASE_WORKER_URL: urls.workerUrl,
    }),
    APP_URL: url,
    APP_MODE: mode,
    PORT: String(port),
    // For React and Express, which are slow and talkative otherwise; the product's own mode is APP_MODE.
    NODE_ENV: 'production',
  }
}

async function runScript(name, script, env) {
  const { code, output } = await run(process.execPath, [LAUNCH, script], { env })
  const log = keepOutput(name, output)
  if (code !== 0) throw new Stop(`${script} failed: ${gist(output)} (all of it in ${log})`)
}

async function untilHealthy() {
  for (const until = Date.now() + HEALTHY_WITHIN; Date.now() < until && !stopping; await pause(100)) {
    const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => null)
    if (answer?.ok) return
  }
  const words = programs.map((program) => program.lastWords()).filter(Boolean)
  throw new Stop(
    `the web server is not healthy after ${HEALTHY_WITHIN / 1000} s; the last lines of its logs:\n${words.join('\n')}`,
  )
}

function giveUp(why) {
  if (stopping) return
  const words = programs.map((program) => program.lastWords()).filter(Boolean)
  console.error(`\n${why}; the last lines of its logs:\n${words.join('\n')}`)
  void stop(1)
}

/** Ends what was begun, in the reverse order: first those that use the database, then the database. */
async function stop(code) {
  if (stopping) return
  stopping = true
  if (programs.length > 0) say('\nstopping …')
  killRunning()
  await Promise.all(programs.map((program) => program.stop()))
  const started = await database?.catch(() => null)
  await started?.stop()
  process.exit(code)
}

// A terminal that was closed takes no more output, which is no reason to stop without stopping the rest.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// Repeated signals are ignored: npm passes on the Ctrl-C that the terminal has sent us already.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void stop(0))

whenNpmIsGone(() => void stop(0))

await start().catch(async (error) => {
  if (stopping) return
  fail(error)
  await stop(1)
})
