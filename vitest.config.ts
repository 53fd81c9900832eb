import { defineConfig } from 'vitest/config'

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
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.{ts,tsx}'] } },
    ],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/setup-file.ts'],
    pool: 'forks',
    maxWorkers: 2,
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
