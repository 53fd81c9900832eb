import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeRule, restoreRule } from '#app/domain/follow-ups/change-rule.server.ts'
import { ruleFormFor, type RuleForm } from '#app/domain/follow-ups/rule-form.schema.server.ts'
import { ruleHistory } from '#app/domain/follow-ups/rule-history.server.ts'
import { rulesInForce, textsInForce } from '#app/domain/follow-ups/rules-in-force.server.ts'
import { changedRule, defaultRule, defaultRules } from '#app/domain/follow-ups/rules.ts'
import { timingOf } from '#app/domain/follow-ups/timing.ts'
import { defaultTexts } from '#app/domain/messages/default-texts.ts'
import type { Actor, StaffActor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { ruleVersions } from '#db/schema/rules.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { forgetRules } from '#tests/support/forget-rules.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const NOW = new Date('2026-11-23T10:00:00Z')

let marta: StaffActor
let restore: () => void
beforeAll(async () => {
  marta = await aStaff('coordinator')
})
beforeEach(async () => {
  restore = setClock(() => NOW)
  await forgetRules(db.urls())
})
afterEach(() => restore())

const ruleOf = (key: string) => defaultRule(key) ?? expect.fail()

/** The form of a rule as nobody has touched it, with some fields changed. */
function formOf(key: string, changed: Partial<RuleForm> = {}): RuleForm {
  const rule = ruleOf(key)
  const { amount, unit } = timingOf(rule.delay)
  const texts = rule.kind === 'message' ? defaultTexts[rule.template] : null
  return {
    ...{ version: 0, enabled: 'on', unit, why: 'Prova', channel: rule.kind },
    ...(unit === 'at_once' ? {} : { amount }),
    ...(rule.repeat
      ? { every: 'months' in rule.repeat.every ? rule.repeat.every.months : rule.repeat.every.days }
      : {}),
    ...(texts && {
      ...{ subject_it: texts.it.subject, body_it: texts.it.body, subject_en: texts.en.subject },
      ...{ body_en: texts.en.body },
      ...(texts.it.action ? { action_it: texts.it.action, action_en: texts.en.action } : {}),
    }),
    ...changed,
  } as RuleForm
}

const problems = (key: string, changed: Partial<Record<keyof RuleForm, unknown>>) => {
  const parsed = ruleFormFor(ruleOf(key)).safeParse({ ...formOf(key), ...changed })
  return parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
}
const change = (key: string, changed: Partial<RuleForm>, actor: Actor = marta) =>
  withActor(actor, (tx) => changeRule(tx, key, formOf(key, changed)))
const replannings = () => db.asSystem((tx) => tx.$count(outbox, eq(outbox.topic, 'rules.changed')))
const inForce = async (key: string) => (await db.asSystem(rulesInForce)).find((rule) => rule.key === key)

describe('a rule that nobody has changed', () => {
  it('is the one of trust.md, and its form asks for nothing', async () => {
    expect(await db.asSystem(rulesInForce)).toEqual(
      defaultRules.map((rule) => ({ ...rule, repeat: rule.repeat })),
    )
    for (const { key } of defaultRules) expect(problems(key, {})).toEqual({})
  })

  it('keeps no change where the form says the same', async () => {
    await change('no_match_message', {})
    const [row] = await db.asSystem((tx) => tx.select().from(ruleVersions))
    expect(row).toMatchObject({ version: 1, change: {}, changedBy: marta.userId, why: 'Prova' })
  })
})

describe('changing a rule', () => {
  it('keeps a version with its author, time and reason, audits it, and has what is planned follow', async () => {
    const before = await replannings()
    await change('opening_call', { amount: 2, why: 'Un giorno è troppo poco' })
    expect(await inForce('opening_call')).toMatchObject({ delay: { workingDays: 2 }, enabled: true })
    const [version] = await withActor(marta, (tx) => ruleHistory(tx, 'opening_call'))
    expect(version).toMatchObject({ version: 1, by: marta.name, at: NOW, why: 'Un giorno è troppo poco' })
    const after = await replannings()
    expect(after).toBe(before + 1)
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.action, 'follow_up_rule.changed')),
    )
    expect(acts.at(-1)).toMatchObject({ actorId: marta.userId, subjectType: 'rule_version' })
  })

  it('changes the text in both languages, and goes back to a former one as a version of its own', async () => {
    const body = 'stiamo cercando per «{opportunita}».\r\n\r\n{consiglio}'
    await change('no_match_message', { body_it: body })
    expect((await db.asSystem((tx) => textsInForce(tx, 'no_match_message')))?.it.body).toBe(
      body.replaceAll('\r\n', '\n'),
    )
    await change('no_match_message', { version: 1, enabled: undefined })
    await withActor(marta, (tx) => restoreRule(tx, 'no_match_message', { version: 2, to: 1, why: 'Torna' }))
    expect((await db.asSystem((tx) => textsInForce(tx, 'no_match_message')))?.it.body).toContain(
      'stiamo cercando',
    )
    expect(await inForce('no_match_message')).toMatchObject({ enabled: true })
    await withActor(marta, (tx) => restoreRule(tx, 'no_match_message', { version: 3, to: 0, why: 'Torna' }))
    expect(await db.asSystem((tx) => textsInForce(tx, 'no_match_message'))).toEqual(defaultTexts.no_match)
    expect(await withActor(marta, (tx) => ruleHistory(tx, 'no_match_message'))).toHaveLength(4)
    await expect(
      withActor(marta, (tx) => restoreRule(tx, 'no_match_message', { version: 4, to: 9, why: '' })),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of two at once one is told, and nothing of hers is kept in place of the other’s', async () => {
    const anna = await aStaff('coordinator')
    await change('opening_call', { amount: 2 })
    await expect(change('opening_call', { amount: 9 }, anna)).rejects.toMatchObject({
      code: 'stale',
      reason: 'rules_changed_meanwhile',
    })
    expect(await inForce('opening_call')).toMatchObject({ delay: { workingDays: 2 } })
    const both = await Promise.allSettled([
      change('opening_call', { version: 1, amount: 3 }),
      change('opening_call', { version: 1, amount: 4 }, anna),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('that was off counts from when it is on again', async () => {
    await change('opening_call', { enabled: undefined })
    expect(await inForce('opening_call')).toMatchObject({ enabled: false })
    await change('opening_call', { version: 1 })
    expect(await inForce('opening_call')).toMatchObject({ enabled: true, since: NOW })
  })

  it('is the coordinators’ alone', async () => {
    for (const actor of [await aStaff(), await aStaff('admin'), await anHrContact()]) {
      await expect(change('opening_call', { amount: 2 }, actor)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(
      withActor(await aStaff(), (tx) =>
        tx.insert(ruleVersions).values({
          ...{ id: marta.userId, ruleKey: 'x', version: 1, change: {}, why: '', changedBy: marta.userId },
          changedAt: NOW,
        }),
      ),
    ).rejects.toThrow()
    await expect(change('opening_call', { amount: 2 }, { kind: 'anonymous' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('what is refused, beside its field', () => {
  it('an unknown variable, a brace left open, a variable in the subject, a word that tells whom we help', () => {
    expect(problems('no_match_message', { body_it: 'Ciao {nome}' })).toEqual({
      body_it: 'rules_text_unknown_variable',
    })
    expect(problems('no_match_message', { body_en: 'For {opportunita' })).toEqual({
      body_en: 'rules_text_brace',
    })
    expect(problems('no_match_message', { subject_it: '{opportunita}' })).toEqual({
      subject_it: 'rules_text_subject_variable',
    })
    expect(problems('hire_thanks', { body_it: 'Grazie da chi aiuta i rifugiati' })).toEqual({
      body_it: 'rules_text_telling',
    })
    expect(problems('no_match_message', { subject_it: 'uno\ndue' })).toEqual({
      subject_it: 'rules_text_one_line',
    })
    expect(problems('no_match_message', { action_en: undefined })).toEqual({
      action_en: 'rules_text_missing',
    })
  })

  it('negative and absurd timings, and two years in the future', () => {
    expect(problems('opening_call', { amount: -3 })).toEqual({ amount: 'rules_amount_whole' })
    expect(problems('opening_call', { amount: 2.5 })).toHaveProperty('amount')
    expect(problems('opening_call', { amount: 730, unit: 'days' })).toEqual({ amount: 'rules_amount_long' })
    expect(problems('opening_call', { amount: 24, unit: 'months' })).toEqual({ amount: 'rules_amount_long' })
    expect(problems('hire_talk_30', { unit: 'days' })).toEqual({ unit: 'rules_unit_impossible' })
    expect(problems('no_contact', { every: 1 })).toEqual({ every: 'rules_every_short' })
  })

  it('switching off the one that keeps the next touch filled; a version that did is on all the same', () => {
    expect(problems('no_contact', { enabled: undefined })).toEqual({ enabled: 'rules_always_on' })
    expect(changedRule(ruleOf('no_contact'), { enabled: false }).enabled).toBe(true)
    expect(problems('opening_call', { enabled: undefined })).toEqual({})
  })

  it('somebody who may not act, a reason left out, a field that no form has', () => {
    expect(problems('hire_talk_30', { audience: 'lead' })).toEqual({ audience: 'rules_audience_impossible' })
    expect(problems('opening_call', { why: '  ' })).toEqual({ why: 'rules_why_missing' })
    expect(problems('opening_call', { stops: 'none' } as never)).not.toEqual({})
  })

  it('a rule that sets itself off again within a week', async () => {
    await expect(change('no_contact', { amount: 3, unit: 'days' })).rejects.toMatchObject({
      code: 'refused',
      reason: 'rules_loop',
      field: 'amount',
    })
    await expect(change('opening_still_open', { unit: 'at_once', amount: undefined })).rejects.toMatchObject({
      reason: 'rules_loop',
    })
    expect(await db.asSystem((tx) => tx.$count(ruleVersions))).toBe(0)
  })

  it('a rule that there is not', async () => {
    await expect(
      withActor(marta, (tx) => changeRule(tx, 'nessuna', formOf('opening_call'))),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
