import { gatherFacts } from '#app/domain/follow-ups/gather-facts.server.ts'
import { lastHeard } from '#app/domain/follow-ups/keep-last-contact.server.ts'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { localDate } from '#app/domain/calendar/rome.ts'
import { personKey } from '#app/domain/candidates/person-key.server.ts'
import { toMatchProfile } from '#app/domain/candidates/to-match-profile.server.ts'
import type { CardAttribute } from '#app/domain/disclosure/card-attributes.ts'
import { MINIMUM_K } from '#app/domain/disclosure/hold-back.ts'
import { slotsOf } from '#app/domain/matching/slots.ts'
import { contains, fromBits } from '#app/domain/matching/week.ts'
import type { Province } from '#app/domain/places/areas.ts'
import { placeByCode } from '#app/domain/places/places.server.ts'
import { trustStages } from '#app/domain/trust/stages.ts'
import { trustScore } from '#app/domain/trust/score.ts'
import { trustHistories, trustKindsInForce } from '#app/domain/trust/trust-history.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { candidates, consents, profiles } from '#db/schema/candidates.ts'
import { companies, companyVerifications, interactions } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { cards, disclosures, placements } from '#db/schema/proposals.ts'
import { stories, testimonials } from '#db/schema/stories.ts'
import { stageChanges } from '#db/schema/trust.ts'
import { alike, type Showable } from '#tests/support/alike.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase({ demo: true })

const tally = <T>(values: readonly T[]): Map<T, number> => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const DAY_MS = 86_400_000

describe('the demo network', () => {
  it('has the organisations, people and employers of a territory', async () => {
    await db.asSystem(async (tx) => {
      const staff = await tx.select().from(users)
      const roles = tally(staff.map(({ role }) => role))
      expect(await tx.$count(organisations)).toBe(12)
      expect(roles.get('case_manager')).toBe(20)
      expect(roles.get('coordinator')).toBe(3)
      expect(roles.get('admin')).toBe(2)
      const desks = tally(staff.flatMap(({ role, orgId }) => (role === 'case_manager' ? [orgId] : [])))
      expect(desks.size).toBe(12)
      expect(Math.max(...desks.values())).toBeLessThanOrEqual(3)

      const firms = await tx.select().from(companies)
      expect(firms).toHaveLength(60)
      expect(new Set(firms.map(({ placeCode }) => placeByCode(placeCode)?.province)).size).toBe(8)
      expect(tally(firms.map(({ verification }) => verification))).toEqual(
        new Map([
          ['verified', 53],
          ['pending', 6],
          ['rejected', 1],
        ]),
      )
      expect(new Set(firms.map(({ stage }) => stage))).toEqual(new Set(trustStages))
      for (const { id, verification } of firms) {
        const judged = await tx
          .select()
          .from(companyVerifications)
          .where(eq(companyVerifications.companyId, id))
        const approvals = new Set(
          judged.filter(({ decision }) => decision === 'approved').map(({ userId }) => userId),
        )
        expect(verification === 'verified' ? approvals.size === 2 : approvals.size < 2).toBe(true)
      }
    })
  })

  it('has openings of every kind in every state, and stories and testimonials of each sort', async () => {
    await db.asSystem(async (tx) => {
      const rows = await tx.select().from(openings)
      expect(tally(rows.map(({ state }) => state))).toEqual(
        new Map([
          ['open', 24],
          ['paused', 4],
          ['closed', 11],
          ['draft', 6],
        ]),
      )
      expect(new Set(rows.filter(({ state }) => state === 'open').map(({ kind }) => kind)).size).toBe(4)
      expect(rows.filter(({ state, closeReason }) => state === 'closed' && !closeReason)).toEqual([])
      const told = tally((await tx.select().from(stories)).map(({ state }) => state))
      expect(told).toEqual(
        new Map([
          ['published', 10],
          ['submitted', 2],
          ['awaiting_company', 1],
        ]),
      )
      const speaking = tally((await tx.select().from(testimonials)).map(({ state }) => state))
      expect(speaking).toEqual(
        new Map([
          ['accepted', 9],
          ['asked', 2],
          ['declined', 1],
        ]),
      )
    })
  })

  it("has FairJob's people, sealed: nothing of it stands outside of their background", async () => {
    await db.asSystem(async (tx) => {
      const people = await tx
        .select()
        .from(candidates)
        .where(sql`${candidates.state} <> 'closed'`)
      const backgrounds: Record<string, unknown>[] = []
      const ages: number[] = []
      for (const { orgId, id, background, birthDate, firstName } of people) {
        const key = await personKey(tx, { orgId, candidateId: id })
        if (!background || !birthDate) throw new Error('a person of the demo lacks her background')
        backgrounds.push(JSON.parse(key.open('background', background)) as Record<string, unknown>)
        ages.push((Date.now() - Date.parse(key.open('birth_date', birthDate))) / (365.25 * DAY_MS))
        expect(key.open('first_name', firstName)).toMatch(/^\p{L}/u)
      }
      const having = (name: string, value: unknown) => backgrounds.filter((one) => one[name] === value).length
      expect(people).toHaveLength(103)
      expect([having('gender', 'man'), having('gender', 'trans'), having('gender', 'woman')]).toEqual([
        12, 1, 90,
      ])
      expect(having('nationality', 'NG')).toBe(77)
      expect(new Set(backgrounds.map(({ nationality }) => nationality)).size).toBe(17)
      expect([having('singleMother', true), having('pregnant', true)]).toEqual([20, 11])
      expect([having('disability', 'psychological'), having('disability', 'physical')]).toEqual([2, 1])
      expect(ages.filter((age) => age >= 22 && age < 34).length).toBeGreaterThan(103 * 0.65)
      expect(Math.min(...ages)).toBeGreaterThanOrEqual(18)
    })
  })

  it('shows the funnel that the product exists to change: 300 taken on, 76 internships, 13 contracts', async () => {
    await db.asSystem(async (tx) => {
      const people = await tx.select().from(candidates)
      const since = Date.now() - 731 * DAY_MS
      expect(people.filter(({ takenOnAt }) => +takenOnAt > since && takenOnAt <= now())).toHaveLength(300)
      const rows = await tx.select().from(placements)
      const persons = (wanted: (row: (typeof rows)[number]) => boolean) =>
        new Set(rows.filter(wanted).map(({ candidateId }) => candidateId)).size
      expect(persons(({ kind }) => kind === 'internship')).toBe(76)
      expect(persons(({ kind, becameHire }) => kind === 'job' || becameHire)).toBe(13)
      const met = new Map(
        (await tx.select().from(companies)).map(({ id, createdAt }) => [id, localDate(createdAt)]),
      )
      const takenOn = new Map(people.map(({ id, takenOnAt }) => [id, localDate(takenOnAt)]))
      for (const { companyId, candidateId, startsOn, endsOn, state } of rows) {
        expect(startsOn > (met.get(companyId) ?? '')).toBe(true)
        expect(startsOn > (takenOn.get(candidateId) ?? '')).toBe(true)
        if (endsOn) expect(endsOn > localDate(now())).toBe(state === 'active')
      }
    })
  })

  it('has in the engine exactly the active people whose consent stands', async () => {
    await db.asSystem(async (tx) => {
      const rows = await tx.select().from(profiles)
      const states = new Map((await tx.select().from(candidates)).map(({ id, state }) => [id, state]))
      const answers = await tx
        .select()
        .from(consents)
        .where(eq(consents.purpose, 'matching'))
        .orderBy(consents.at)
      const latest = new Map(answers.map(({ candidateId, decision }) => [candidateId, decision]))
      for (const { candidateId, matchable, available, withChildcare, slots } of rows) {
        const may = states.get(candidateId) === 'active' && latest.get(candidateId) === 'given'
        expect(matchable).toBe(may)
        expect(slots).toEqual(slotsOf(fromBits(available)))
        expect(contains(fromBits(withChildcare), fromBits(available))).toBe(true)
      }
      expect(rows.filter(({ matchable }) => matchable).length).toBeGreaterThanOrEqual(70)
    })
  })

  it('keeps on each company the score and the stage that its history gives', async () => {
    await db.asSystem(async (tx) => {
      const firms = await tx.select().from(companies)
      const kinds = await trustKindsInForce(tx)
      const at = firms[0]?.trustScoreAt ?? now()
      const histories = await trustHistories(
        tx,
        firms.map(({ id }) => id),
        at,
      )
      const steps = await tx.select().from(stageChanges).orderBy(stageChanges.at)
      const talks = await tx.select().from(interactions)
      for (const { id, name, trustScore: kept, trustScoreAt, stage, lastContactAt } of firms) {
        expect(trustScoreAt).toEqual(at)
        const { score } = trustScore(histories.get(id) ?? [], at, kinds)
        expect({ name, kept }).toEqual({ name, kept: Number(score.toFixed(2)) })
        const own = steps.filter(({ companyId }) => companyId === id)
        expect(own.map(({ fromStage }) => fromStage)).toEqual(
          ['new', ...own.map(({ toStage }) => toStage)].slice(0, own.length),
        )
        expect(own.at(-1)?.toStage ?? 'new').toBe(stage)
        const real = talks.filter(({ companyId, outcome }) => companyId === id && outcome !== 'no_answer')
        const heard = lastHeard((await gatherFacts(tx, id, at))?.facts ?? [], now())
        const contacts = [...real.map(({ occurredAt }) => occurredAt), ...(heard ? [heard] : [])]
        expect(lastContactAt?.getTime() ?? 0).toBe(Math.max(0, ...contacts.map(Number)))
      }
      expect(talks.length).toBeGreaterThan(800)
      expect(talks.filter(({ occurredAt }) => occurredAt > now())).toEqual([])
    })
  })

  it('has shown nothing of anybody that fits fewer than five people', async () => {
    await db.asSystem(async (tx) => {
      const rows = await tx.select().from(profiles).where(eq(profiles.matchable, true))
      const pool = rows.map((row): Showable => {
        const { skills, licences } = toMatchProfile(row, [])
        return { ...row, skills, licences, province: row.province as Province }
      })
      const shown = await tx.select().from(disclosures)
      const people = new Set(shown.map(({ candidateId }) => candidateId))
      expect(people.size).toBeGreaterThan(30)
      for (const person of people) {
        const all = shown.filter(({ candidateId }) => candidateId === person) as (CardAttribute & {
          k: number
        })[]
        expect(alike(all, person, pool)).toBeGreaterThanOrEqual(MINIMUM_K)
      }
      expect((await tx.select().from(cards)).length).toBeGreaterThanOrEqual(55)
    })
  })
})
