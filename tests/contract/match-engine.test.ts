import { describe } from 'vitest'
import { postgresEngine } from '#app/domain/match-engine/postgres-engine.server.ts'
import { matchEngineContract } from '#tests/support/match-contract/suite.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()

describe('matching on PostgreSQL', () => matchEngineContract({ engine: postgresEngine }))
