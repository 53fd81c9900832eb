import { pathToFileURL } from 'node:url'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { demoAllowed } from '#app/domain/accounts/demo.server.ts'
import { audit } from '#app/domain/audit/record.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { closeDatabase } from '#db/client.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'

const DONE = { action: 'demo.seeded', subjectType: 'demo', subjectId: 'network' } as const
/** Seeds come one at a time: the second finds the first one's row. Any number will do. */
const ONE_AT_A_TIME = 5_202_613

/**
 * Fills an empty database with the demo network, once. Everything is one transaction: a seed that is killed leaves
 * nothing, one that has run is known by its audit row.
 * @returns one line that says what there is.
 * @throws Error in production.
 */
export async function seedDemo(): Promise<string> {
  if (!demoAllowed()) throw new Error('demo data is refused in production: APP_MODE=production')
  return withActor(system('demo-seed'), async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ONE_AT_A_TIME})`)
    if (await isSeeded(tx)) return 'the demo network is there already'
    const pending = await pendingEvents(tx)
    // Loaded here, because a start that finds everything there should not wait for it.
    const { writeNetwork } = await import('./write-network.ts')
    const made = await writeNetwork(tx)
    await settleEvents(tx, pending)
    await audit(tx, DONE)
    return made
  })
}

async function isSeeded(tx: Tx): Promise<boolean> {
  const { action, subjectType, subjectId } = DONE
  const [row] = await tx
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, subjectType),
        eq(auditLog.subjectId, subjectId),
        eq(auditLog.action, action),
      ),
    )
  return row !== undefined
}

async function pendingEvents(tx: Tx): Promise<OutboxId[]> {
  const rows = await tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.state, 'pending'))
  return rows.map(({ id }) => id)
}

/** What the commands of the past have left to be done was done then: nobody is mailed today about last year. */
async function settleEvents(tx: Tx, before: readonly OutboxId[]): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: 'done', doneAt: now() })
    .where(and(eq(outbox.state, 'pending'), notInArray(outbox.id, [...before])))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.stdout.write(`${await seedDemo()}\n`)
  } finally {
    await closeDatabase()
  }
}
