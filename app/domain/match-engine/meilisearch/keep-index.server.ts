import { asc, eq, and, or } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { SearchFault } from '#app/platform/search-fault.ts'
import { SearchTaskFailed, type SearchServer } from '#app/platform/search.server.ts'
import { matchChanges, matchProfiles } from '#db/schema/matching.ts'
import { system } from '../../shared/actor.ts'
import { withActor } from '../../shared/with-actor.server.ts'
import { leaveIndex, takeIndex } from './index-lease.server.ts'
import { PEOPLE, peopleSettings, SETTINGS_VERSION } from './index-settings.ts'
import { allDocuments, documentsOf } from './read-rows.server.ts'

/** Documents in one request: well under the server's limit of 100 MB, and a second of work at most. */
const AT_A_TIME = 1_000

const ourselves = system('search')

/** What a turn did: nothing, or so many documents; `rebuilt` when all of them. */
export type Turn = { kept: number; rebuilt: boolean }

const oldestChanges = () =>
  withActor(ourselves, (tx) =>
    tx.select().from(matchChanges).orderBy(asc(matchChanges.change)).limit(AT_A_TIME),
  )

const forget = (done: readonly (typeof matchChanges.$inferSelect)[]) =>
  withActor(ourselves, (tx) =>
    tx
      .delete(matchChanges)
      .where(
        or(
          ...done.map(({ candidateId, change }) =>
            and(eq(matchChanges.candidateId, candidateId), eq(matchChanges.change, change)),
          ),
        ),
      ),
  )

/** Teaches the index the oldest changes. A change of the same person meanwhile stays noted. */
async function learn(server: SearchServer): Promise<number> {
  const changes = await oldestChanges()
  if (changes.length === 0) return 0
  const ids = changes.map(({ candidateId }) => candidateId)
  const documents = await documentsOf(ids)
  const present = new Set(documents.map(({ id }) => id))
  const gone = ids.filter((id) => !present.has(id))
  if (documents.length > 0) await server.finished(await server.addDocuments(PEOPLE, documents))
  if (gone.length > 0) await server.finished(await server.deleteDocuments(PEOPLE, gone))
  await forget(changes)
  return changes.length
}

/**
 * Builds a new index beside the old one and lets it take its name in one step: who searches meanwhile is answered by the
 * old one, then by the new one. What changes meanwhile is noted and learnt afterwards.
 */
export async function rebuildIndex(server: SearchServer): Promise<number> {
  const fresh = `${PEOPLE}_${newId<string>()}`
  await server.finished(await server.createIndex(fresh, 'id'))
  await server.finished(await server.updateSettings(fresh, peopleSettings))
  let kept = 0
  for await (const documents of allDocuments(AT_A_TIME)) {
    await server.finished(await server.addDocuments(fresh, documents))
    kept += documents.length
  }
  const names = await server.indexes()
  if (!names.includes(PEOPLE)) await server.finished(await server.createIndex(PEOPLE, 'id'))
  await server.finished(await server.swapIndexes(fresh, PEOPLE))
  const leftOver = (await server.indexes()).filter((name) => name.startsWith(`${PEOPLE}_`))
  for (const name of leftOver) await server.finished(await server.deleteIndex(name))
  return kept
}

/** Whether the index holds as many people as the database, changes under way aside. */
async function isWhole(server: SearchServer): Promise<boolean> {
  const { total } = await server.fetch(PEOPLE, { fields: ['id'], limit: 1 })
  const [people, changes] = await withActor(ourselves, async (tx) => [
    await tx.$count(matchProfiles),
    await tx.$count(matchChanges),
  ])
  return changes > 0 || people === total
}

/** The server has lost the index, or part of it. */
const isMissing = (error: unknown): boolean =>
  (error instanceof SearchFault || error instanceof SearchTaskFailed) && error.code === 'index_not_found'

/**
 * One turn of keeping the index: builds it where it is missing, incomplete or made with other settings, else teaches it
 * what has changed. One process at a time.
 * @throws SearchFault while the server is not there; the next turn goes on where this one stopped.
 */
export async function keepIndex(server: SearchServer): Promise<Turn> {
  const row = await takeIndex()
  if (!row) return { kept: 0, rebuilt: false }
  const since = now()
  try {
    if (row.ready && row.settings === SETTINGS_VERSION) {
      const kept = await learn(server)
      if (kept > 0 || (await isWhole(server))) {
        // A full batch may have left others waiting: then nothing newer than before is known.
        await leaveIndex(row, kept < AT_A_TIME ? { checkedAt: since } : {})
        return { kept, rebuilt: false }
      }
    }
    const kept = await rebuildIndex(server)
    await leaveIndex(row, { ready: true, settings: SETTINGS_VERSION, checkedAt: since })
    return { kept, rebuilt: true }
  } catch (error) {
    await leaveIndex(row, isMissing(error) ? { ready: false } : {})
    throw error
  }
}
