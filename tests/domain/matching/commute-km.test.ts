import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { commuteKm } from '#app/domain/matching/constraints/commute.ts'
import { commuteKmSql } from '#app/domain/match-engine/postgres-sql/commute-km.server.ts'
import { places } from '#app/domain/places/places.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { profiles } from '#db/schema/candidates.ts'
import { aPopulation } from '#tests/support/factories/population.ts'
import { plainOpening, plainProfile } from '#tests/support/matching-arbitraries.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

// Openings and profiles take their position from the list of comuni: every pair of it is every distance there can be.
test('the distance between any two comuni is the same in PostgreSQL and in the rules', async () => {
  const people = places.map(({ lat, lng }) => plainProfile({ candidateId: newId(), area: { lat, lng } }))
  await aPopulation(people)
  const different = await db.asSystem(async (tx) => {
    const found: string[] = []
    for (const { code, lat, lng } of places) {
      const opening = plainOpening({ place: { townCode: code, lat, lng } })
      const [row] = await tx.execute<{ ids: string[]; tenths: number[] }>(
        sql`select array_agg(${profiles.candidateId}) as ids, array_agg((${commuteKmSql(opening.place)} * 10)::int) as tenths
          from ${profiles}`,
      )
      const tenths = new Map(row?.ids.map((id, at) => [id, row.tenths[at]]))
      for (const profile of people) {
        const km = commuteKm(opening, profile)
        if (tenths.get(profile.candidateId) !== Math.round(km * 10)) found.push(`${code}: ${String(km)}`)
      }
    }
    return found
  })
  expect(different).toEqual([])
  expect(people.length).toBeGreaterThan(1_000)
}, 120_000)

test('the kilometres are the same number, not only the same tenths', async () => {
  const far = plainProfile({ candidateId: newId(), area: { lat: 45.9237, lng: 8.5512 } })
  await aPopulation([far])
  const opening = plainOpening()
  const [row] = await db.asSystem((tx) =>
    tx.execute<{ km: number }>(
      sql`select ${commuteKmSql(opening.place)} as km from ${profiles} where ${profiles.candidateId} = ${far.candidateId}`,
    ),
  )
  expect(row?.km).toBe(commuteKm(opening, far))
})
