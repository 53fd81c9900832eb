import { env } from '#app/platform/env.server.ts'
import { migrateQueue } from '#app/platform/queue-postgres.server.ts'

// With Redis the queue has no tables.
if (!env().REDIS_URL) await migrateQueue(env().DATABASE_WORKER_URL ?? env().DATABASE_URL)
