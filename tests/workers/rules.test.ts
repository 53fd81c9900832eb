import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeRule } from '#app/domain/follow-ups/change-rule.server.ts'
import type { RuleForm } from '#app/domain/follow-ups/rule-form.schema.server.ts'
import { noteCooling } from '#app/domain/trust/note-cooling.server.ts'
import { dryRunRule } from '#app/domain/network/dry-run-rule.server.ts'
import { changedRule, defaultRule } from '#app/domain/follow-ups/rules.ts'
import { discardDeadLetter } from '#app/domain/outbox/settle-dead-letter.server.ts'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { followUps, mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { aCompany, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { forgetRules } from '#tests/support/forget-rules.ts'
import { runDaily } from '#workers/daily.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { QUICK, runAll } from './run-all.ts'
import { day, useScene } from './scene.ts'

const scene = useScene()
const { db, happens, plan, planned, mailbox, subjects } = scene

let marta: StaffActor
beforeEach(async () => {
  marta = await aStaff('coordinator')
  await forgetRules(db.urls())
})

const post = async (): Promise<OpeningId> => {
  const openingId = await anOpening({ companyId: scene.hr.companyId, title: 'Aiuto cuoco' })
  await happens('opening.posted', { openingId })
  return openingId
}
const wait = async (days: number) => {
  scene.at += days * DAY
  await sweepOnce(QUICK)
  await runAll()
}
const callForm: RuleForm = { version: 0, enabled: 'on', amount: 1, unit: 'working_days', why: 'Prova' }
const change = async (key: string, form: Partial<RuleForm>) => {
  await withActor(marta, (tx) => changeRule(tx, key, { ...callForm, ...form }))
  await runAll()
}
const words = {
  subject_it: 'A che punto siamo',
  body_it: 'per {opportunita}: {consiglio}',
  action_it: 'Apri',
}
const inEnglish = { subject_en: 'Where we are', body_en: 'for {opportunita}: {consiglio}', action_en: 'Open' }

describe('a rule that is changed', { timeout: 60_000 }, () => {
  it('moves what is planned already, in every company', async () => {
    await post()
    expect((await planned('opening_call')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-11-18'])
    await change('opening_call', { amount: 3 })
    expect((await planned('opening_call')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-11-20'])
  })

  it('off cancels and sends nothing; on again what has not come due is back, what has is past', async () => {
    await post()
    await change('opening_call', { enabled: undefined })
    await change('opening_still_open', {
      enabled: undefined,
      amount: 30,
      unit: 'days',
      channel: 'message',
      ...words,
      ...inEnglish,
      body_it: 'x',
      body_en: 'y',
    })
    expect(await planned('opening_call')).toEqual([])
    expect((await plan()).find(({ ruleKey }) => ruleKey === 'opening_call')).toMatchObject({
      why: 'rule_off',
    })
    await wait(3)
    await change('opening_call', { version: 1 })
    await change('opening_still_open', {
      version: 1,
      amount: 30,
      unit: 'days',
      channel: 'message',
      ...words,
      ...inEnglish,
      body_it: 'x',
      body_en: 'y',
    })
    expect(await planned('opening_call')).toEqual([])
    expect((await planned('opening_still_open')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-12-17'])
  })

  it('that a person takes over asks the lead instead of writing, and writes again when it goes back', async () => {
    await post()
    const before = await planned('no_match_message')
    expect(before).toMatchObject([{ kind: 'message' }])
    await change('no_match_message', { amount: 5, channel: 'task', audience: 'lead', ...words, ...inEnglish })
    expect(await planned('no_match_message')).toMatchObject([
      {
        id: before[0]?.id,
        kind: 'task',
        template: 'follow_ups_task_in_person',
        assigneeId: scene.lead.userId,
      },
    ])
    await change('no_match_message', { version: 1, amount: 5, channel: 'message', ...words, ...inEnglish })
    expect(await planned('no_match_message')).toMatchObject([
      { kind: 'message', template: 'no_match', assigneeId: null },
    ])
    await wait(8)
    expect(await subjects()).toContain('A che punto siamo')
    const mail = (await mailbox()).find(({ subject }) => subject === 'A che punto siamo')
    expect(mail?.text).toContain('per Aiuto cuoco: Di solito aiutano tre cose')
    expect(mail?.html).toContain('Apri')
  })

  it('given to the coordinators is in the day of one of them', async () => {
    await post()
    await db.asSystem((tx) => tx.delete(followUps).where(eq(followUps.ruleKey, 'opening_call')))
    await change('opening_call', { audience: 'coordinator' })
    expect(await planned('opening_call')).toMatchObject([{ assigneeId: marta.userId }])
  })
})

describe('a dry run', () => {
  it('says what last month would have been, counts only, and writes nothing', async () => {
    await post()
    scene.at += 10 * DAY
    const rule = defaultRule('opening_call') ?? expect.fail()
    const rows = await db.asSystem((tx) => tx.$count(followUps))
    const run = await withActor(marta, (tx) =>
      dryRunRule(tx, changedRule(rule, { delay: { workingDays: 3 } })),
    )
    const here = run.first.filter(({ company }) => company.id === scene.hr.companyId)
    expect(here).toMatchObject([
      {
        before: { kind: 'task', at: new Date('2026-11-18T09:00:00Z') },
        after: { kind: 'task', at: new Date('2026-11-20T09:00:00Z') },
      },
    ])
    expect(run).toMatchObject({ before: run.after, moved: run.total, added: 0, removed: 0, partial: false })
    const off = await withActor(marta, (tx) => dryRunRule(tx, changedRule(rule, { enabled: false })))
    expect(off).toMatchObject({ before: run.before, after: 0, removed: run.before })
    expect(await db.asSystem((tx) => tx.$count(followUps))).toBe(rows)
    await expect(withActor(scene.lead, (tx) => dryRunRule(tx, rule))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('the daily run', () => {
  it('plans every other company when one can not be planned, and that one is tried by itself', async () => {
    const [broken, whole] = [await aCompany({ createdAt: now() }), await aCompany({ createdAt: now() })]
    const owner = postgres(db.urls().ownerUrl, { max: 1, onnotice: () => undefined })
    await owner.unsafe(`create function refuse_one() returns trigger language plpgsql as $$
      begin if new.company_id = '${broken}' then raise exception 'no'; end if; return new; end $$;
      create trigger refuse_one before insert on follow_ups for each row execute function refuse_one()`)
    await runDaily()
    const plannedFor = async (companyId: CompanyId) =>
      (await db.asSystem((tx) => tx.select().from(followUps).where(eq(followUps.companyId, companyId)))).map(
        ({ ruleKey }) => ruleKey,
      )
    expect(await plannedFor(whole)).toContain('no_contact')
    expect(await plannedFor(broken)).toEqual([])
    const alone = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'company.plan_due')),
    )
    expect(alone.map(({ payload }) => payload)).toEqual([{ companyId: broken }])
    await owner.unsafe('drop trigger refuse_one on follow_ups; drop function refuse_one()')
    await owner.end()
    await runAll()
    expect(await plannedFor(broken)).toContain('no_contact')
  })
})

describe('a company whose score cools', () => {
  it('becomes a task for its lead once, and again only when it has warmed in between', async () => {
    const companyId = scene.hr.companyId
    const event = (kind: 'placement_begun' | 'ended_early_by_company', daysAgo: number) => ({
      ...{ id: newId<string>(), companyId, kind, causeType: 'placement', causeId: newId<string>() },
      ...{ occurredAt: new Date(scene.at - daysAgo * DAY), createdAt: now() },
    })
    await db.asSystem((tx) =>
      tx.insert(trustEvents).values([event('ended_early_by_company', 2), event('placement_begun', 60)]),
    )
    const note = () => db.asSystem((tx) => noteCooling(tx, [companyId], now()))
    expect(await note()).toBe(1)
    expect(await note()).toBe(0)
    await happens('company.plan_due', { companyId })
    expect(await planned('score_cooling')).toMatchObject([{ kind: 'task', assigneeId: scene.lead.userId }])
    await happens('company.plan_due', { companyId })
    expect(await planned('score_cooling')).toHaveLength(1)
    scene.at += 90 * DAY
    expect(await note()).toBe(0)
  })
})

describe('an event that is given up', () => {
  it('leaves no message planned for ever, and says why', async () => {
    await post()
    await db.asSystem((tx) =>
      tx
        .update(followUps)
        .set({ dueAt: new Date(scene.at - 1000) })
        .where(eq(followUps.ruleKey, 'opening_still_open')),
    )
    const admin = await aStaff('admin')
    const [message] = await planned('opening_still_open')
    await sweepOnce(QUICK)
    const events = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'follow_up.due')),
    )
    const due = events.find(({ payload }) => payload.followUpId === message?.id)
    await db.asSystem((tx) =>
      tx
        .update(outbox)
        .set({ state: 'dead', failure: 'mail:EAUTH' })
        .where(eq(outbox.id, due?.id ?? expect.fail())),
    )
    await withActor(admin, (tx) =>
      discardDeadLetter(tx, { id: due?.id ?? expect.fail(), reason: 'Azienda chiusa' }),
    )
    const [row] = await db.asSystem((tx) =>
      tx
        .select()
        .from(followUps)
        .where(eq(followUps.id, message?.id ?? expect.fail())),
    )
    expect(row).toMatchObject({ state: 'cancelled', why: 'discarded' })
    expect(
      await db.asSystem((tx) => tx.$count(mails, eq(mails.followUpId, message?.id ?? expect.fail()))),
    ).toBe(0)
  })
})

describe('a network of many companies', { timeout: 60_000 }, () => {
  it('reaches companies beyond the first page', async () => {
    const more = await Promise.all(Array.from({ length: 30 }, () => aCompany({ createdAt: now() })))
    await change('no_contact', { amount: 20, unit: 'days', every: 30 })
    const rows = await db.asSystem((tx) =>
      tx.select().from(followUps).where(eq(followUps.ruleKey, 'no_contact')),
    )
    const byCompany = new Map(rows.map((row) => [row.companyId, day(row.dueAt)]))
    expect(more.map((id) => byCompany.get(id))).toEqual(more.map(() => '2026-12-07'))
  })
})
