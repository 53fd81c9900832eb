import { matchEngine } from '#app/domain/match-engine/choose-engine.server.ts'
import { closeDatabase } from '#db/client.ts'
import { asWorker } from './worker-actor.ts'

try {
  const { written, removed, entries } = await asWorker((tx) => matchEngine().rebuild(tx))
  process.stdout.write(
    `match rows: ${String(written)} written, ${String(removed)} removed, the others were right\n` +
      `search box: ${String(entries)} entries\n`,
  )
} finally {
  await closeDatabase()
}
