import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { writeCurated } from '#app/domain/taxonomy/write-curated.server.ts'
import { closeDatabase } from '#db/client.ts'

// Run after the migrations: the tables then hold the curated skills and professions of this version of the product.
try {
  const changed = await withActor(system('write-taxonomy'), writeCurated)
  process.stdout.write(`${String(changed)} rows of the taxonomy written\n`)
} finally {
  await closeDatabase()
}
