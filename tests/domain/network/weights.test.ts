import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { weightFormFor } from '#app/domain/network/change-weight.schema.server.ts'
import { changeWeight, kindToChange, resetWeight, seenOf } from '#app/domain/network/change-weight.server.ts'
import { weightImpact } from '#app/domain/network/weight-impact.server.ts'
import { weights } from '#app/domain/network/weights.server.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { defaultKinds, type KindRule, type TrustKind } from '#app/domain/trust/event-kinds.ts'
import { keepScores } from '#app/domain/trust/keep-score.server.ts'
import { newId, setClock } from '#app/platform/clock.server.ts'
import { companies } from '#db/schema/companies.ts'
import { auditLog } from '#db/schema/operations.ts'
import { trustEvents, trustWeights } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { runAll } from '../../workers/run-all.ts'

const db = useTestDatabase()
const NOW = new Date('2026-11-23T10:00:00Z')

let marta: StaffActor
let restore: () => void
beforeAll(async () => {
  marta = await aStaff('coordinator')
})
beforeEach(async () => {
  restore = setClock(() => NOW)
  await db.asSystem((tx) => tx.delete(trustWeights))
})
afterEach(() => restore())

const change = (kind: TrustKind, rule: KindRule, seen = seenOf(defaultKinds[kind]), actor: Actor = marta) =>
  withActor(actor, (tx) => changeWeight(tx, kind, { seen, ...rule }))
const stateOf = async (kind: TrustKind) =>
  (await withActor(marta, weights)).find((each) => each.kind === kind) ?? expect.fail()

async function visited(name: string, visits: number): Promise<CompanyId> {
  const id = await aCompany({ name, createdAt: NOW })
  const rows = Array.from({ length: visits }, (_, index) => ({
    ...{ id: newId<string>(), companyId: id, kind: 'visit_held', causeType: 'interaction', createdAt: NOW },
    occurredAt: new Date(+NOW - index * DAY),
  }))
  await db.asSystem(async (tx) => {
    if (rows.length > 0) await tx.insert(trustEvents).values(rows)
    await keepScores(tx, [id])
  })
  return id
}
const keptOf = (id: CompanyId) =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(companies).where(eq(companies.id, id))
    return row?.trustScore ?? NaN
  })

describe('what a kind of event counts for', () => {
  it('is changed with its author and time, audited, and taken over by every kept score', async () => {
    const id = await visited('Visitata', 2)
    const before = await keptOf(id)
    await change('visit_held', { weight: 9.5, halfLifeDays: 200 })
    expect(await stateOf('visit_held')).toEqual({
      ...{ kind: 'visit_held', inForce: { weight: 9.5, halfLifeDays: 200 }, usual: defaultKinds.visit_held },
      changed: { by: marta.name, at: NOW },
    })
    expect(await keptOf(id)).toBe(before)
    await db.asOtherLogin(runAll)
    expect(await keptOf(id)).toBeGreaterThan(before)
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.action, 'trust.weight_changed')),
    )
    expect(acts.at(-1)).toMatchObject({ actorId: marta.userId, subjectId: 'visit_held' })

    const seen = seenOf({ weight: 9.5, halfLifeDays: 200 })
    await withActor(marta, (tx) => resetWeight(tx, 'visit_held', seen))
    await db.asOtherLogin(runAll)
    expect(await stateOf('visit_held')).toMatchObject({ inForce: defaultKinds.visit_held, changed: null })
    expect(await keptOf(id)).toBe(before)
  })

  it('is not changed over what a colleague wrote meanwhile', async () => {
    await change('story_published', { weight: 8, halfLifeDays: 365 })
    await expect(change('story_published', { weight: 10, halfLifeDays: 365 })).rejects.toMatchObject({
      ...{ code: 'stale', reason: 'trust_weights_changed_meanwhile' },
    })
    expect((await stateOf('story_published')).inForce.weight).toBe(8)
  })

  it('is refused beside the number that is wrong', () => {
    const wrong = (kind: TrustKind, typed: Record<string, unknown>) => {
      const form = { seen: 'x', ...defaultKinds[kind], ...typed }
      const { error } = weightFormFor(kind).safeParse(form)
      return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
    }
    expect(wrong('visit_held', {})).toEqual([])
    expect(wrong('visit_held', { weight: 4.25 })).toEqual(['weight: trust_weight_tenths'])
    expect(wrong('visit_held', { weight: -1, halfLifeDays: 0 })).toEqual([
      'weight: trust_weight_weight_changes_sign',
      'halfLifeDays: trust_weight_half_life_out_of_range',
    ])
    expect(wrong('silence_week', { weight: -51 })).toEqual(['weight: trust_weight_weight_too_large'])
    expect(wrong('visit_held', { weight: undefined })).toEqual(['weight: trust_weight_missing'])
    expect(wrong('visit_held', { halfLifeDays: 1.5 })).toEqual([
      'halfLifeDays: trust_weight_half_life_out_of_range',
    ])
    expect(() => kindToChange('toString')).toThrow()
  })

  it('is looked at and changed by coordinators alone', async () => {
    for (const other of [await aStaff(), await aStaff('admin'), await anHrContact()]) {
      await expect(
        change('visit_held', { weight: 6, halfLifeDays: 90 }, undefined, other),
      ).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(withActor(other, weights)).rejects.toMatchObject({ code: 'forbidden' })
      const look = withActor(other, (tx) => weightImpact(tx, 'visit_held', defaultKinds.visit_held))
      await expect(look).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await stateOf('visit_held')).toMatchObject({ changed: null })
  })
})

describe('what a change would do', () => {
  it('names the companies whose score moves most, and changes nothing', async () => {
    const once = await visited('Una visita', 1)
    const often = await visited('Sei visite', 6)
    const never = await visited('Nessuna visita', 0)
    const kept = await Promise.all([once, often, never].map(keptOf))
    const off = { weight: 0, halfLifeDays: 120 }
    const impact = await withActor(marta, (tx) => weightImpact(tx, 'visit_held', off))
    const places = [often, once, never].map((id) => impact.most.findIndex(({ company }) => company.id === id))
    expect(places[0]).toBe(0)
    expect(places[1]).toBeGreaterThan(0)
    expect(places[2]).toBe(-1)
    expect(impact).toMatchObject({ partial: false })
    expect(impact.slopes).toBeGreaterThan(0)
    const before = impact.most.find(({ company }) => company.id === often)?.before.score
    expect(Number(before?.toFixed(2))).toBe(kept[1])
    expect(await Promise.all([once, often, never].map(keptOf))).toEqual(kept)
    expect(await stateOf('visit_held')).toMatchObject({ changed: null })
  })
})
