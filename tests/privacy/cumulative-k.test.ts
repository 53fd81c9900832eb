import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullCard, type CardAttribute } from '#app/domain/disclosure/card-attributes.ts'
import { countAlike } from '#app/domain/disclosure/count-alike.server.ts'
import { fallBacks, MINIMUM_K, union } from '#app/domain/disclosure/hold-back.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { candidates, profiles } from '#db/schema/candidates.ts'
import { alike } from '#tests/support/alike.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { askedOf, scenes, sendAll, suspects } from './cards-sent.ts'
import { fairJobPeople, type Somebody } from './fair-job.ts'

const RUNS = 60
const SAMPLES = 12

const db = useTestDatabase()

/** The people with nothing but their profiles: a count needs no names. */
async function write(tx: Tx, people: readonly Somebody[]): Promise<void> {
  const at = now()
  const nothing = { firstName: Buffer.alloc(0), lastName: Buffer.alloc(0), lastNameIndex: '' }
  await tx.insert(candidates).values(
    people.map(({ orgId, candidateId }, index) => ({
      ...{ orgId, id: candidateId, code: `FAGGIO-${100 + index}`, caseManagerId: newId<UserId>() },
      ...{ ...nothing, takenOnAt: at, createdAt: at },
    })),
  )
  await tx.insert(profiles).values(
    people.map(({ orgId, candidateId, profile }) => ({
      ...{ orgId, candidateId, ...profile, matchable: true, waitingSince: '2026-06-01', updatedAt: at },
    })),
  )
}

describe('in a network of a hundred people like those of FairJob', () => {
  test('whatever up to ten cards say of somebody together is true of at least five', () => {
    let sentInAll = 0
    fc.assert(
      fc.property(scenes, ({ seed, first, steps }) => {
        const people = fairJobPeople(seed)
        sendAll(people, first, steps, ({ person, k }, shown) => {
          sentInAll += 1
          const hidden = suspects(shown, person, people)
          expect(hidden).toContain(person)
          expect(hidden.length).toBeGreaterThanOrEqual(MINIMUM_K)
          expect(hidden.length).toBe(k)
        })
      }),
      { numRuns: RUNS },
    )
    // A rule that lets nothing out would keep every promise.
    expect(sentInAll).toBeGreaterThan(RUNS)
  })

  test('PostgreSQL counts the same people, whatever was shown before', async () => {
    const people = fairJobPeople('postgresql')
    await db.asSystem((tx) => write(tx, people))
    const draws = fc.sample(scenes, SAMPLES)
    const network = people.map(({ facts }) => facts)
    for (const { first, steps } of draws) {
      const sent: { person: Somebody; past: readonly CardAttribute[] }[] = []
      const still = steps.map((step) => ({ ...step, moves: null, learns: false }))
      sendAll(people, first, still, ({ person }, past) => sent.push({ person, past }))
      for (const [at, { person, past }] of sent.entries()) {
        const step = still[at]
        if (!step) throw new Error('there are more cards than steps')
        const full = fullCard(person.facts, askedOf(person, step))
        const who = { orgId: person.orgId, candidateId: person.candidateId }
        const counted = await db.asSystem((tx) => countAlike(tx, who, full, past))
        expect(counted.counts).toEqual(
          fallBacks(full).map((card) => alike(union(past, card), person.candidateId, network)),
        )
        expect(counted.pool.people).toBe(people.length)
      }
    }
  })
})
