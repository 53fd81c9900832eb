import { keepIndex } from '#app/domain/match-engine/meilisearch/keep-index.server.ts'
import { meiliEngine } from '#app/domain/match-engine/meilisearch/meili-engine.server.ts'
import type { MatchEngine } from '#app/domain/match-engine/engine.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import { system } from '#app/domain/shared/actor.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { openSearch } from '#app/platform/search.server.ts'
import { startStandIn, type StandIn } from '#tests/support/meilisearch/server.ts'
import { atMost, type Row, type Target } from '../report.ts'

async function aKey({ url, masterKey }: StandIn, actions: string[]): Promise<string> {
  const response = await fetch(`${url}/keys`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${masterKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ actions, indexes: ['passaparola_*'], expiresAt: null }),
  })
  const { key } = (await response.json()) as { key: string }
  return key
}

/** Runs `work` with an engine whose search server, the tests' stand-in, has learnt everybody in the database. */
export async function withSearchServer<T>(
  work: (engine: MatchEngine<Tx>, standIn: StandIn) => Promise<T>,
): Promise<T> {
  const standIn = await startStandIn()
  try {
    const searchKey = await aKey(standIn, ['search'])
    const indexKey = await aKey(standIn, ['documents.*', 'indexes.*', 'settings.*', 'stats.get', 'tasks.get'])
    const server = openSearch({ url: standIn.url, searchKey, indexKey })
    // A database that knows another server's index is told by the first turn that this one has none.
    await keepIndex(server).catch(() => keepIndex(server))
    return await work(meiliEngine(server), standIn)
  } finally {
    await standIn.kill()
  }
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN

/** What a match with all its what-ifs asks of the search server: calls and bytes, for a stand-in has no honest speed. */
export function callsAndBytes(
  openings: readonly MatchOpening[],
): Promise<{ rows: Row[]; targets: Target[] }> {
  return withSearchServer(async (engine, { traffic }) => {
    const matches: { calls: number; searches: number; sent: number; received: number }[] = []
    for (const opening of openings) {
      traffic.length = 0
      const { answeredBy } = await withActor(system('bench'), (tx) => engine.match(tx, opening))
      if (answeredBy !== 'meilisearch') throw new Error('the search server was not asked')
      const sum = (of: 'requestBytes' | 'responseBytes') =>
        traffic.reduce((total, call) => total + call[of], 0)
      const searches = traffic.filter(({ line }) => line === 'POST /multi-search').length
      const bytes = { sent: sum('requestBytes'), received: sum('responseBytes') }
      matches.push({ calls: traffic.length, searches, ...bytes })
    }
    const most = (of: 'calls' | 'searches') => Math.max(...matches.map((match) => match[of]))
    const sent = matches.map((match) => match.sent)
    const received = matches.map((match) => match.received)
    return {
      rows: [
        { name: 'search server: calls a match, at most', calls: most('calls') },
        { name: 'search server: bytes sent a match', median: middle(sent), most: Math.max(...sent) },
        {
          name: 'search server: bytes received a match',
          median: middle(received),
          most: Math.max(...received),
        },
      ],
      targets: [
        atMost('search server: calls a match', most('calls'), 3),
        atMost('search server: multi-searches a match, what-ifs included', most('searches'), 1),
      ],
    }
  })
}
