import { setup } from './setup.mjs'
import { fail, Stop } from './steps.mjs'
import { runVitest } from './vitest-run.mjs'

/**
 * Holds a real search server against the suite that the stand-in of our tests passes, to see that the two still behave
 * alike. It makes keys and indexes of its own and removes them.
 */
async function testRealServer({ MEILI_URL, MEILI_MASTER_KEY }) {
  if (!MEILI_URL || !MEILI_MASTER_KEY) {
    throw new Stop(
      'there is no search server to test: set MEILI_URL and MEILI_MASTER_KEY to those of an empty one',
    )
  }
  const env = { ...process.env, ...(await setup({ forTests: true })) }
  // The product itself must not take the server of a test for its own.
  delete env.MEILI_URL
  delete env.MEILI_MASTER_KEY
  Object.assign(env, { PASSAPAROLA_MEILI_URL: MEILI_URL, PASSAPAROLA_MEILI_MASTER_KEY: MEILI_MASTER_KEY })
  const { passed, failed } = await runVitest(
    ['tests/platform/meilisearch/contract-', 'tests/contract/matching-engines'],
    env,
  )
  if (failed > 0 || passed === 0) process.exitCode = 1
  console.log(`${passed} passed, ${failed} failed`)
}

await testRealServer(process.env).catch(fail)
