import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import type { SearchServer } from '#app/platform/search.server.ts'
import { matchIndex } from '#db/schema/matching.ts'
import { SECOND } from '../../shared/durations.ts'
import type { CandidateId } from '../../shared/ids.ts'
import { isUuid } from '../../shared/ids.ts'
import type { Tx } from '../../shared/with-actor.server.ts'
import { MOST_HITS, PEOPLE, SETTINGS_VERSION } from './index-settings.ts'

/** An index that trails by more is not asked. */
export const MOST_LAG_SECONDS = 30

export type IndexState = { ready: boolean; lagSeconds: number }

/** Whether the index holds everybody, and by how much it trails: how long ago it last knew every change. */
export async function indexState(tx: Tx): Promise<IndexState> {
  const [row] = await tx.select().from(matchIndex).where(eq(matchIndex.name, 'people'))
  if (!row) return { ready: false, lagSeconds: 0 }
  const lag = (now().getTime() - row.checkedAt.getTime()) / SECOND
  return { ready: row.ready && row.settings === SETTINGS_VERSION, lagSeconds: Math.max(0, lag) }
}

/**
 * Everybody whom one of the filters finds, in one request. What comes back is only a choice of whom PostgreSQL looks at:
 * ids that are not there, or not allowed, are not found by it.
 * @throws SearchFault when the server does not answer well.
 */
export async function pickPeople(server: SearchServer, filters: readonly string[]): Promise<CandidateId[]> {
  const answers = await server.search(
    filters.map((filter) => ({
      indexUid: PEOPLE,
      q: '',
      limit: MOST_HITS,
      attributesToRetrieve: ['id'],
      ...(filter === '' ? {} : { filter }),
    })),
  )
  const ids = new Set(answers.flatMap(({ hits }) => hits.map(({ id }) => id)).filter(isUuid))
  return [...ids] as CandidateId[]
}
