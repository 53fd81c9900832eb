import { indexLabels } from '#app/domain/search/index-labels.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { writeCurated } from '#app/domain/taxonomy/write-curated.server.ts'
import { closeDatabase } from '#db/client.ts'

// Run after the migrations: the tables and the search index then hold the curated skills and professions of this
// version of the product.
try {
  const changed = await withActor(system('write-taxonomy'), async (tx) => {
    const rows = await writeCurated(tx)
    await indexLabels(tx)
    return rows
  })
  process.stdout.write(`${String(changed)} rows of the taxonomy written\n`)
} finally {
  await closeDatabase()
}
