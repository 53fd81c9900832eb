import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changeStanding } from '#app/domain/companies/change-standing.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { topics } from '#app/domain/outbox/topics.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { loginTokens, users } from '#db/schema/accounts.ts'
import { companies, interactions } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { helpRequests } from '#db/schema/proposals.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { runDaily } from '#workers/daily.ts'
import { reactions } from '#workers/reactions.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { QUICK, runAll } from './run-all.ts'
import { day, useScene } from './scene.ts'

const scene = useScene()
const { db, happens, plan, planned, mailbox, subjects } = scene

it('every topic has its reactions', () => {
  expect(Object.keys(reactions).sort()).toEqual([...topics].sort())
  for (const topic of topics) expect(reactions[topic].length).toBeGreaterThan(0)
})

it('an event that nobody knows, or whose ids are none, is dead at once and says so', async () => {
  const row = (topic: string, payload: Record<string, string>) => ({
    ...{
      id: newId<(typeof outbox.$inferSelect)['id']>(),
      topic,
      payload,
      availableAt: now(),
      createdAt: now(),
    },
  })
  const [unknown, broken] = [row('nobody.knows', {}), row('card.sent', { cardId: 'one' })]
  await db.asSystem((tx) => tx.insert(outbox).values([unknown, broken]))
  await runAll()
  const found = await db.asSystem((tx) => tx.select().from(outbox).where(eq(outbox.state, 'dead')))
  expect(found.map(({ failure }) => failure).sort()).toEqual(['permanent:payload', 'permanent:unknown_topic'])
})

describe('accounts', () => {
  it('a link to sign in lasts fifteen minutes, and its token is in the mail and nowhere else', async () => {
    await happens('account.sign_in_link_asked', { userId: scene.hr.userId })
    const [mail] = await mailbox()
    const token = /\/accedi\/link\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(token).toHaveLength(43)
    // The worker makes it, and reads none.
    const [link] = await db.asOtherLogin(() =>
      db.asSystem((tx) => tx.select().from(loginTokens).where(eq(loginTokens.userId, scene.hr.userId))),
    )
    expect(link?.purpose).toBe('sign_in')
    expect(link?.expiresAt.getTime()).toBe(scene.at + 15 * 60_000)
    expect(link?.tokenHash).not.toContain(token)
    const events = await db.asSystem((tx) => tx.select().from(outbox))
    expect(JSON.stringify(events)).not.toContain(token)
    expect(mail?.text).not.toContain('disiscrizione')
  })

  it('an hour later the link is of no use any more: it is not sent', async () => {
    await db.asSystem((tx) => emit(tx, 'account.sign_in_link_asked', { userId: scene.hr.userId }))
    scene.at += 61 * 60_000
    await db.asSystem((tx) => tx.update(users).set({ active: false }).where(eq(users.id, scene.hr.userId)))
    await runAll()
    expect(await subjects()).toEqual([])
  })

  it('an invitation leads to its page, in the language of the invited', async () => {
    await db.asSystem((tx) => tx.update(users).set({ locale: 'en' }).where(eq(users.id, scene.lead.userId)))
    await happens('account.invited', { userId: scene.lead.userId })
    const [mail] = await mailbox()
    expect(mail?.subject).toBe('Your access to Passaparola')
    expect(mail?.text).toMatch(/\/invito\/[\w-]{43}/)
  })
})

describe('a company', () => {
  it('that signs up is let in, and each coordinator is asked to look at it until it is verified', async () => {
    const [one, two] = [await aStaff('coordinator'), await aStaff('coordinator')]
    await happens('company.signed_up', { companyId: scene.hr.companyId, userId: scene.hr.userId })
    expect(await subjects()).toEqual(['Benvenuti in Passaparola: ecco il link per entrare'])
    const asked = (await planned('verify_company')).map(({ assigneeId }) => assigneeId)
    expect(asked.sort()).toEqual([one.userId, two.userId].sort())
    await happens('company.verified', { companyId: scene.hr.companyId })
    expect(await planned('verify_company')).toEqual([])
  })

  it('that is rejected is no coordinator’s task any more', async () => {
    await aStaff('coordinator')
    await happens('company.signed_up', { companyId: scene.hr.companyId, userId: scene.hr.userId })
    expect(await planned('verify_company')).not.toEqual([])
    await happens('company.rejected', { companyId: scene.hr.companyId })
    expect(await planned('verify_company')).toEqual([])
  })

  it('that somebody spoke to is not chased: the sixty days begin anew', async () => {
    await happens('company.verified', { companyId: scene.hr.companyId })
    expect((await planned('no_contact')).map(({ dueAt }) => day(dueAt))).toEqual(['2027-01-18'])
    scene.at += 10 * DAY
    const id = newId<string>()
    await db.asSystem((tx) =>
      tx.insert(interactions).values({
        ...{
          id,
          orgId: scene.lead.orgId,
          companyId: scene.hr.companyId,
          userId: scene.lead.userId,
          kind: 'call',
        },
        ...{ outcome: 'positive', minutes: 10, occurredAt: now(), createdAt: now() },
      }),
    )
    await happens('interaction.logged', { interactionId: id })
    expect((await planned('no_contact')).map(({ dueAt }) => day(dueAt))).toEqual(['2027-01-26'])
  })
})

describe('a company that pauses', () => {
  const pauseUntil = (until: string) =>
    withActor(scene.lead, (tx) =>
      changeStanding(tx, scene.hr.companyId, { standing: 'paused', until, reason: 'ferie' }),
    )
  const morningOf = async (date: string) => {
    scene.at = Date.parse(`${date}T08:00:00Z`)
    await runDaily()
  }

  it('is left alone, and picked up again when the pause is over, each time', async () => {
    await happens('company.verified', { companyId: scene.hr.companyId })
    await pauseUntil('2026-11-24')
    expect(await planned('no_contact')).toEqual([])
    await morningOf('2026-11-20')
    expect((await plan()).filter(({ state }) => state === 'planned')).toEqual([])
    await morningOf('2026-11-24')
    expect((await planned('pick_up_again')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-11-25'])

    scene.at = Date.parse('2026-11-26T09:00:00Z')
    await pauseUntil('2026-12-03')
    expect(await planned('pick_up_again')).toEqual([])
    await morningOf('2026-12-03')
    expect((await planned('pick_up_again')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-12-04'])
  })
})

describe('an opening', () => {
  const post = async () => {
    const openingId = await anOpening({ companyId: scene.hr.companyId })
    await happens('opening.posted', { openingId })
    return openingId
  }

  it('posted: thanks at once, a call within a working day, word after five, the question after thirty', async () => {
    await post()
    expect(await subjects()).toEqual(['Abbiamo ricevuto la vostra opportunità'])
    const dates: Record<string, string | undefined> = Object.fromEntries(
      (await plan()).map(({ ruleKey, dueAt }) => [ruleKey ?? '', day(dueAt)]),
    )
    expect(dates).toMatchObject({
      opening_call: '2026-11-18',
      no_match_task: '2026-11-24',
      no_match_message: '2026-11-24',
      opening_still_open: '2026-12-17',
    })
    expect((await planned('opening_call'))[0]?.assigneeId).toBe(scene.lead.userId)
  })

  it('of a company without a lead: the call is for whoever takes it first', async () => {
    await db.asSystem((tx) =>
      tx
        .update(companies)
        .set({ leadUserId: null, leadOrgId: null })
        .where(eq(companies.id, scene.hr.companyId)),
    )
    await post()
    expect(await planned('opening_call')).toMatchObject([{ assigneeId: null, assigneeOrgId: null }])
  })

  it('without a proposal after five working days: the company reads where we are, without a count', async () => {
    await post()
    scene.at += 7 * DAY + 60_000
    await sweepOnce(QUICK)
    await runAll()
    const word = (await mailbox()).find(
      ({ subject }) => subject === 'A che punto siamo con la vostra opportunità',
    )
    expect(word?.text.replaceAll(/https?:\S+/g, '')).not.toMatch(/\d+ (person|candidat)/)
  })

  it('paused: what was planned for it ends; taken up again, somebody is asked to pick up the threads', async () => {
    const openingId = await post()
    const act = (action: string) =>
      db.asSystem((tx) =>
        tx.insert(auditLog).values({
          ...{
            orgId: scene.lead.orgId,
            seq: 0,
            id: newId<string>(),
            at: now(),
            actorRole: 'hr_contact',
            action,
          },
          ...{ subjectType: 'opening', subjectId: openingId, result: 'ok', prevHash: '', hash: '' },
        }),
      )
    const become = (state: 'paused' | 'open') =>
      db.asSystem((tx) => tx.update(openings).set({ state }).where(eq(openings.id, openingId)))
    scene.at += DAY
    await become('paused')
    await act('opening.paused')
    await happens('opening.paused', { openingId })
    const ended = (await plan()).filter(
      ({ subjectType, state }) => subjectType === 'opening' && state === 'cancelled',
    )
    expect(new Set(ended.map(({ why }) => why))).toEqual(new Set(['opening_paused']))
    scene.at += 3 * DAY
    await become('open')
    await act('opening.resumed')
    await happens('opening.changed', { openingId })
    expect(await planned('pick_up_again')).toHaveLength(1)
    expect((await planned('opening_still_open')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-12-21'])
  })

  it('closed: nothing is asked about it any more', async () => {
    const openingId = await post()
    await db.asSystem((tx) =>
      tx.update(openings).set({ state: 'closed', closedAt: now() }).where(eq(openings.id, openingId)),
    )
    scene.at += 60_000
    await happens('opening.closed', { openingId })
    expect(
      (await plan()).filter(({ subjectType, state }) => subjectType === 'opening' && state === 'planned'),
    ).toEqual([])
  })

  it('for which help is asked: the case manager of somebody whom it admits gets a task, in each other organisation', async () => {
    const others = [await aStaff(), await aStaff()]
    await aStaff('case_manager', others[0]?.orgId)
    await aStaff()
    for (const { orgId, userId } of [...others, scene.lead]) {
      await aCandidate({ orgId, caseManagerId: userId })
    }
    const openingId = await anOpening({ companyId: scene.hr.companyId })
    const helpRequestId = newId<string>()
    await db.asSystem((tx) =>
      tx.insert(helpRequests).values({
        id: helpRequestId,
        openingId,
        orgId: scene.lead.orgId,
        requestedBy: scene.lead.userId,
        at: now(),
      }),
    )
    await happens('help.asked', { helpRequestId })
    const asked = await planned('help_asked')
    expect(asked.map(({ assigneeId }) => assigneeId).sort()).toEqual(
      others.map(({ userId }) => userId).sort(),
    )
  })
})
