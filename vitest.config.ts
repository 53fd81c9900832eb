import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests of a part that start the process with other settings, end it, or ask what it remembers for seconds. */
const CHANGING_THE_PROCESS = [
  'tests/contract/cookies.test.ts',
  'tests/domain/accounts/passkey-required.test.ts',
  'tests/domain/accounts/production.test.ts',
  'tests/domain/files/check-file.test.ts',
  'tests/domain/mails/demo-mailbox.test.ts',
  'tests/faults/search-kill.test.ts',
  'tests/platform/meilisearch/search-health.test.ts',
  'tests/routes/http/inbound-mail.test.ts',
  'tests/routes/http/shutdown.test.ts',
  'tests/workers/backup.test.ts',
  'tests/workers/inbound-mails.test.ts',
  'tests/workers/keys-rotate.test.ts',
  'tests/workers/mail-headers.test.ts',
  'tests/workers/mail.test.ts',
  'tests/workers/staff-mail-lost.test.ts',
]

/** What takes longest begins first, so that at the end no worker waits for another. */
const LONGEST = [
  'e2e/loop',
  'faults/worker-kill',
  'contract/matching-engines',
  'e2e/',
  'faults/',
  'security/access/',
  'security/hostile-input',
  'privacy/',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((part) => moduleId.includes(`/tests/${part}`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      // Pure files keep nothing between them, so they share what they import.
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['app/**/*.test.{ts,tsx}', 'emails/**/*.test.{ts,tsx}'],
          isolate: false,
        },
      },
      // Each of these files has a database of its own or none, and leaves clock and settings as it found them.
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: CHANGING_THE_PROCESS,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: CHANGING_THE_PROCESS,
        },
      },
    ],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup-file.ts'],
    pool: 'forks',
    // Browsers and killed workers are waited for: a third and a fourth file use the time.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // The product speaks of Italian days and hours; the machine's own zone must not matter.
    env: {
      TZ: 'UTC',
      NODE_ENV: 'test',
      APP_MODE: 'test',
      APP_URL: 'http://localhost:3000',
      // Replaced by each file's own database; see tests/support/use-test-database.ts.
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
      APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
      MASTER_KEY: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
      LOG_LEVEL: 'silent',
    },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
