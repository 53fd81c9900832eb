import { and, eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { logInteractionSchema } from '#app/domain/companies/log-interaction.schema.server.ts'
import { logInteraction } from '#app/domain/companies/log-interaction.server.ts'
import { makeReferral } from '#app/domain/companies/make-referral.server.ts'
import { recentContacts } from '#app/domain/companies/recent-contacts.server.ts'
import { addTask } from '#app/domain/follow-ups/add-task.server.ts'
import { ANONYMOUS, type Actor, type StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId, ContactId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { trustScore } from '#app/domain/trust/score.ts'
import { trustHistory, trustKindsInForce } from '#app/domain/trust/trust-history.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { stageChanges, trustEvents } from '#db/schema/trust.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TODAY = new Date('2026-11-23T10:00:00Z')

let giulia: StaffActor
let marco: StaffActor
let restore: () => void

const log = (actor: Actor, companyId: CompanyId, values: Record<string, unknown> = {}) =>
  withActor(actor, (tx) =>
    logInteraction(
      tx,
      companyId,
      logInteractionSchema.parse({ kind: 'call', outcome: 'neutral', ...values }),
    ),
  )

const rowOf = (id: CompanyId) =>
  db.asSystem(async (tx) => {
    const [row] = await tx.select().from(companies).where(eq(companies.id, id))
    if (!row) throw new Error('no company')
    return row
  })

beforeAll(async () => {
  restore = setClock(() => TODAY)
  giulia = await aStaff()
  marco = await aStaff()
})
afterEach(() => {
  restore()
  restore = setClock(() => TODAY)
})

describe('logging a contact', () => {
  it('writes who, what and the minutes, with its audit and event; the first who logs leads the company', async () => {
    const companyId = await aCompany()
    const { interactionId, becameLead } = await log(giulia, companyId, { note: 'Cercano due persone' })
    expect(becameLead).toBe(true)
    await db.asSystem(async (tx) => {
      const [row] = await tx.select().from(interactions).where(eq(interactions.id, interactionId))
      expect(row).toMatchObject({
        orgId: giulia.orgId,
        userId: giulia.userId,
        minutes: 10,
        note: 'Cercano due persone',
        occurredAt: TODAY,
      })
      const events = await tx.select().from(outbox).where(eq(outbox.topic, 'interaction.logged'))
      expect(events.map(({ payload }) => payload)).toContainEqual({ interactionId })
      const acts = await tx.select().from(auditLog).where(eq(auditLog.subjectId, companyId))
      expect(acts.map(({ action }) => action).sort()).toEqual([
        'company.lead_taken',
        'company.stage_moved',
        'interaction.logged',
      ])
    })
    expect(await rowOf(companyId)).toMatchObject({
      stage: 'contacted',
      leadOrgId: giulia.orgId,
      leadUserId: giulia.userId,
      lastContactAt: TODAY,
    })
    expect(await log(marco, companyId)).toMatchObject({ becameLead: false })
    expect(await rowOf(companyId)).toMatchObject({ leadUserId: giulia.userId })
  })

  it('makes no coordinator a lead', async () => {
    const companyId = await aCompany()
    expect(await log(await aStaff('coordinator'), companyId)).toMatchObject({ becameLead: false })
    expect(await rowOf(companyId)).toMatchObject({ leadUserId: null, leadOrgId: null })
  })

  it('counts a visit as trust and opens the dialogue', async () => {
    const companyId = await aCompany()
    const { interactionId } = await log(giulia, companyId, { kind: 'visit', outcome: 'neutral', minutes: 90 })
    await db.asSystem(async (tx) => {
      expect(await tx.select().from(trustEvents).where(eq(trustEvents.companyId, companyId))).toMatchObject([
        { kind: 'visit_held', causeType: 'interaction', causeId: interactionId, authorId: giulia.userId },
      ])
      expect(await tx.select().from(stageChanges).where(eq(stageChanges.companyId, companyId))).toMatchObject(
        [{ fromStage: 'new', toStage: 'in_dialogue', cause: 'dialogue_opened', authorId: giulia.userId }],
      )
    })
    const { stage, trustScore: score } = await rowOf(companyId)
    expect(stage).toBe('in_dialogue')
    expect(score).toBeGreaterThan(50)
  })

  it('proves nothing when nobody answers', async () => {
    const companyId = await aCompany()
    await log(giulia, companyId, { kind: 'visit', outcome: 'no_answer' })
    expect(await rowOf(companyId)).toMatchObject({ stage: 'new', lastContactAt: null, trustScore: 50 })
  })

  it('ends the silence, and the kept score is the one that the history gives', async () => {
    const companyId = await aCompany({ createdAt: new Date(+TODAY - 200 * DAY) })
    await log(giulia, companyId, { kind: 'visit', outcome: 'positive', occurredOn: '2026-06-01' })
    const { trustScore: cold } = await rowOf(companyId)
    expect(cold).toBeLessThan(50)
    await log(giulia, companyId, { kind: 'mail', outcome: 'positive', occurredOn: '2026-08-01' })
    const { trustScore: warmer, trustScoreAt } = await rowOf(companyId)
    expect(warmer).toBeGreaterThan(cold)
    const again = await db.asSystem(async (tx) =>
      trustScore(await trustHistory(tx, companyId, TODAY), TODAY, await trustKindsInForce(tx)),
    )
    expect(trustScoreAt).toEqual(TODAY)
    expect(warmer).toBeCloseTo(again.score, 1)
  })

  it('keeps the latest contact as the last one, also when an older one is logged after it', async () => {
    const companyId = await aCompany()
    await log(giulia, companyId)
    await log(giulia, companyId, { occurredOn: '2026-11-02' })
    expect(await rowOf(companyId)).toMatchObject({ lastContactAt: TODAY })
  })

  it('puts the next step into the day of whoever logs', async () => {
    const companyId = await aCompany()
    await log(giulia, companyId, { nextStep: 'Mandare il copione', nextStepOn: '2026-11-30' })
    const tasks = await db.asSystem((tx) =>
      tx.select().from(followUps).where(eq(followUps.companyId, companyId)),
    )
    expect(tasks).toMatchObject([
      {
        ruleKey: null,
        kind: 'task',
        state: 'planned',
        title: 'Mandare il copione',
        assigneeId: giulia.userId,
        assigneeOrgId: giulia.orgId,
        dueAt: new Date('2026-11-30T17:00:00Z'),
      },
    ])
  })

  it('asks for both halves of a next step, and for days that make sense', () => {
    const errors = (values: Record<string, unknown>) =>
      logInteractionSchema
        .safeParse({ kind: 'call', outcome: 'neutral', ...values })
        .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    expect(errors({ nextStep: 'Richiamare' })).toEqual(['nextStepOn: relationship_next_step_on_missing'])
    expect(errors({ nextStepOn: '2026-11-30' })).toEqual(['nextStep: relationship_next_step_missing'])
    expect(errors({ nextStep: 'x', nextStepOn: '2026-11-22' })).toEqual([
      'nextStepOn: relationship_day_not_coming',
    ])
    expect(errors({ occurredOn: '2026-11-24' })).toEqual(['occurredOn: relationship_day_not_past'])
    expect(errors({ note: 'x'.repeat(1_001) })).toEqual(['note: relationship_note_long'])
    expect(errors({ kind: 'fax' })).toEqual(['kind: relationship_kind_missing'])
    expect(errors({ candidate: 'QUERCIA-417' })).toEqual([': relationship_form_unknown'])
  })

  it('takes a contact of that company only', async () => {
    const own = await anHrContact()
    const other = await anHrContact()
    const { interactionId } = await log(giulia, own.companyId, { contactId: own.contactId })
    const [row] = await db.asSystem((tx) =>
      tx.select().from(interactions).where(eq(interactions.id, interactionId)),
    )
    expect(row?.contactId).toBe(own.contactId)
    await expect(log(giulia, own.companyId, { contactId: other.contactId })).rejects.toMatchObject({
      reason: 'relationship_contact_unknown',
      field: 'contactId',
    })
  })

  it('is not for the company, a link, an administrator or nobody', async () => {
    const hr = await anHrContact()
    const link: Actor = {
      kind: 'link',
      cardId: crypto.randomUUID() as never,
      companyId: hr.companyId,
      contactId: hr.contactId as ContactId,
    }
    for (const actor of [hr, link, await aStaff('admin'), ANONYMOUS]) {
      await expect(log(actor, hr.companyId)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await db.asSystem((tx) => tx.$count(interactions, eq(interactions.companyId, hr.companyId)))).toBe(
      0,
    )
  })

  it('knows no company that does not exist', async () => {
    await expect(log(giulia, crypto.randomUUID() as CompanyId)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('two people and one firm', () => {
  it('shows each what the other did and plans, and nothing of her own', async () => {
    const companyId = await aCompany()
    await log(giulia, companyId, { kind: 'visit', outcome: 'positive', occurredOn: '2026-11-20' })
    await log(giulia, companyId, { occurredOn: '2026-11-02' })
    await withActor(giulia, (tx) =>
      addTask(tx, { companyId, title: 'Portare il contratto', dueOn: '2026-11-25' }),
    )
    await withActor(giulia, (tx) => addTask(tx, { companyId, title: 'Fra un mese', dueOn: '2026-12-23' }))
    const seenByMarco = await withActor(marco, (tx) => recentContacts(tx, companyId))
    expect(seenByMarco.did).toMatchObject([{ kind: 'visit', by: giulia.name }])
    expect(seenByMarco.plan).toMatchObject([{ title: 'Portare il contratto', by: giulia.name }])
    const seenByGiulia = await withActor(giulia, (tx) => recentContacts(tx, companyId))
    expect(seenByGiulia).toEqual({ did: [], plan: [] })
  })
})

describe('a referral', () => {
  const refer = (from: CompanyId, to: CompanyId, actor: Actor = giulia) =>
    withActor(actor, (tx) => makeReferral(tx, { from, to }))

  it('counts at once, and makes an ambassador when the other company is contacted', async () => {
    const from = await aCompany({ stage: 'hiring' })
    const to = await aCompany()
    const id = await refer(from, to)
    await db.asSystem(async (tx) => {
      expect(await tx.select().from(trustEvents).where(eq(trustEvents.companyId, from))).toMatchObject([
        { kind: 'referral_made', causeId: id },
      ])
    })
    expect(await rowOf(from)).toMatchObject({ stage: 'hiring' })
    await log(marco, to, { outcome: 'no_answer' })
    expect(await rowOf(from)).toMatchObject({ stage: 'hiring' })
    await log(marco, to)
    expect(await rowOf(from)).toMatchObject({ stage: 'ambassador' })
    const cause = and(eq(stageChanges.companyId, from), eq(stageChanges.cause, 'referral_contacted'))
    expect(await db.asSystem((tx) => tx.$count(stageChanges, cause))).toBe(1)
  })

  it('of two companies that introduce each other at once is written twice', async () => {
    for (let tries = 0; tries < 5; tries++) {
      const [one, other] = [await aCompany(), await aCompany()]
      expect(await Promise.all([refer(one, other), refer(other, one)])).toHaveLength(2)
    }
  })

  it('lifts nobody again whom a person has lowered since', async () => {
    const from = await aCompany({ stage: 'hiring' })
    const to = await aCompany()
    await refer(from, to)
    await log(marco, to)
    await db.asSystem((tx) => tx.update(companies).set({ stage: 'contacted' }).where(eq(companies.id, from)))
    await log(marco, to)
    expect(await rowOf(from)).toMatchObject({ stage: 'contacted' })
  })

  it('is written once, between two companies, by the network', async () => {
    const from = await aCompany({ stage: 'hosting' })
    const to = await aCompany({ stage: 'posting' })
    await refer(from, to)
    expect(await rowOf(from)).toMatchObject({ stage: 'ambassador' })
    await expect(refer(from, to)).rejects.toMatchObject({ code: 'conflict' })
    await expect(refer(from, from)).rejects.toMatchObject({ code: 'invalid' })
    for (const actor of [await anHrContact(from), await aStaff('admin')]) {
      await expect(refer(from, await aCompany(), actor)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })
})
