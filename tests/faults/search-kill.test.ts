import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepIndex } from '#app/domain/match-engine/meilisearch/keep-index.server.ts'
import { meiliEngine } from '#app/domain/match-engine/meilisearch/meili-engine.server.ts'
import type { EngineName, MatchResult } from '#app/domain/match-engine/engine.ts'
import type { MatchOpening } from '#app/domain/matching/types.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import type { OrganisationId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import type { SearchServer } from '#app/platform/search.server.ts'
import { profiles as profileTable } from '#db/schema/candidates.ts'
import { aPopulation } from '#tests/support/factories/population.ts'
import {
  openings,
  plainOpening,
  profiles,
  smallVocabulary,
  TODAY,
} from '#tests/support/matching-arbitraries.ts'
import { openTestSearch } from '#tests/support/meilisearch/open-test-search.ts'
import { useMeilisearch } from '#tests/support/meilisearch/use-meilisearch.ts'
import { match } from '#tests/support/reference-engine.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const FIELDS = ['area', 'busy', 'busyWithChildcare', 'codes', 'facts', 'maxKm']
const MATCHES = 200
const PEOPLE = 300

const db = useTestDatabase()
const meilisearch = useMeilisearch()

const orgId = smallVocabulary.orgIds[0] as OrganisationId
const actor: StaffActor = { kind: 'staff', role: 'case_manager', userId: newId(), orgId, name: 'Prova' }
const people = fc
  .sample(profiles(), PEOPLE)
  .map((profile) => ({ ...profile, orgId, candidateId: newId<string>() }))
const vacancies = fc.sample(openings(), MATCHES)

let server: SearchServer
let restoreClock: () => void
let ahead = 0

const learn = () => keepIndex(server)
const ask = (opening: MatchOpening) => withActor(actor, (tx) => meiliEngine(server).match(tx, opening))
const isRight = ({ ranking }: MatchResult, opening: MatchOpening) =>
  JSON.stringify(ranking.map(({ candidateId }) => candidateId)) ===
  JSON.stringify(match(opening, people, TODAY).map(({ id }) => id))

beforeAll(async () => {
  restoreClock = setClock(() => new Date(Date.parse(`${TODAY}T12:00:00Z`) + ahead))
  await aPopulation(people)
  server = await openTestSearch(meilisearch)
  await learn()
}, 60_000)
afterAll(() => restoreClock())

describe('a search server that dies and comes back', () => {
  test(
    'leaves every one of 200 matches right, and each says who answered',
    { timeout: 120_000 },
    async () => {
      const answered: EngineName[] = []
      let wrong = 0
      for (const [at, opening] of vacancies.entries()) {
        if (at % 50 === 20) await meilisearch.standIn().kill()
        if (at % 50 === 40) await meilisearch.standIn().restart({ keepData: at < 100 })
        // The worker goes on meanwhile; a server that is gone only makes its turn fail.
        if (at % 5 === 0) await learn().catch(() => undefined)
        const result = await ask(opening)
        answered.push(result.answeredBy)
        if (!isRight(result, opening)) wrong += 1
      }
      expect(wrong).toBe(0)
      expect(new Set(answered)).toEqual(new Set(['meilisearch', 'postgresql']))
      expect(answered[30]).toBe('postgresql')
    },
  )
})

describe('an index', () => {
  const opening = plainOpening({ startLatest: '2099-01-01' })
  const answers = async () => {
    // The circuit closes again by itself, a minute at most after the last fault.
    for (let left = 80; server.circuit() !== 'closed' && left > 0; left--) {
      await server.search([]).catch(() => undefined)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
    if (!meilisearch.standIn().url) throw new Error('the server is gone')
  }
  beforeAll(async () => {
    await meilisearch.standIn().kill()
    await meilisearch.standIn().restart({ keepData: false })
    server = await openTestSearch(meilisearch)
    await learn().catch(() => undefined)
    await learn()
    await answers()
  }, 90_000)

  test('that lost everything is built again by itself', async () => {
    expect((await ask(opening)).answeredBy).toBe('meilisearch')
  })

  test('that is poisoned shows nobody who is not admitted, and no id that is not hers to see', async () => {
    meilisearch.standIn().faults.poison = (hits: Record<string, unknown>[]) => [
      ...hits,
      { id: newId() },
      { id: 'x' },
      { id: 7 },
    ]
    const result = await ask(opening)
    meilisearch.standIn().faults.poison = null
    expect([result.answeredBy, isRight(result, opening)]).toEqual(['meilisearch', true])
  })

  test('that trails by more than half a minute is not asked', async () => {
    ahead = 31_000
    expect((await ask(opening)).answeredBy).toBe('postgresql')
    await learn()
    expect((await ask(opening)).answeredBy).toBe('meilisearch')
    ahead = 0
  })

  test('learns who was changed, added and taken out, and only then forgets', async () => {
    await db.asSystem((tx) =>
      tx
        .update(profileTable)
        .set({ maxKm: 300 })
        .where(sql`true`),
    )
    let turn = await learn()
    let kept = turn.kept
    while (turn.kept > 0) {
      turn = await learn()
      kept += turn.kept
    }
    expect(kept).toBe(PEOPLE)
    const wider = people.map((profile) => ({ ...profile, maxKm: 300 }))
    const result = await ask(opening)
    expect(result.answeredBy).toBe('meilisearch')
    expect(result.ranking.map(({ candidateId }) => candidateId as string)).toEqual(
      match(opening, wider, TODAY).map(({ id }) => id),
    )
  })

  test('that shall be rebuilt is not asked until it is, also where somebody was building it at that moment', async () => {
    const rebuild = () => db.asSystem((tx) => meiliEngine(server).rebuild(tx))
    expect(await rebuild()).toMatchObject({ written: 0, removed: 0 })
    expect((await ask(opening)).answeredBy).toBe('postgresql')
    const [turn] = await Promise.all([learn(), rebuild()])
    expect(turn.rebuilt).toBe(true)
    expect((await ask(opening)).answeredBy).toBe('postgresql')
    await learn()
    expect((await ask(opening)).answeredBy).toBe('meilisearch')
  })

  test('holds ids and numbers, nothing else', async () => {
    const { results } = await server.fetch('passaparola_people', { fields: ['id', ...FIELDS], limit: 20 })
    for (const document of results) {
      const { id, ...codes } = document
      expect(typeof id).toBe('string')
      expect(Object.keys(codes).toSorted()).toEqual(FIELDS)
      expect(
        Object.values(codes)
          .flat()
          .every((value) => typeof value === 'number'),
      ).toBe(true)
    }
  })
})
