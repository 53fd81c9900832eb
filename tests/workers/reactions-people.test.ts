import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CandidateId, OrganisationId } from '#app/domain/shared/ids.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { consents } from '#db/schema/candidates.ts'
import { companies } from '#db/schema/companies.ts'
import { cards, placements } from '#db/schema/proposals.ts'
import { stories, testimonials } from '#db/schema/stories.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { runDaily } from '#workers/daily.ts'
import { sweepOnce } from '#workers/sweeper.ts'
import { QUICK, runAll } from './run-all.ts'
import { day, useScene } from './scene.ts'

const scene = useScene()
const { db, happens, plan, planned, mailbox, subjects } = scene

describe('a consent that is taken back', () => {
  const person = async () => {
    const openingId = await anOpening({ companyId: scene.hr.companyId })
    const { companyId, contactId } = scene.hr
    const candidate = await aCandidate({ orgId: scene.lead.orgId })
    const { cardId } = await aCard({
      companyId,
      contactId,
      openingId,
      proposedBy: scene.lead.userId,
      candidate,
    })
    const say = (purpose: 'matching' | 'opening', decision: 'given' | 'withdrawn') =>
      db.asSystem((tx) =>
        tx.insert(consents).values({
          ...{
            orgId: candidate.orgId,
            id: newId<string>(),
            candidateId: candidate.candidateId,
            purpose,
            decision,
          },
          ...{ subjectId: purpose === 'opening' ? openingId : null, textHash: 'x', language: 'it' },
          ...{ withMediator: false, channel: 'in_person', recordedBy: scene.lead.userId, at: now() },
        }),
      )
    await say('opening', 'given')
    await happens('card.sent', { cardId })
    scene.at += 60_000
    const { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId } = candidate
    const state = async () =>
      (
        await db.asSystem((tx) => tx.select({ state: cards.state }).from(cards).where(eq(cards.id, cardId)))
      )[0]?.state
    return { say, state, withdrawn: () => happens('consent.withdrawn', { orgId, candidateId }) }
  }

  it.each(['opening', 'matching'] as const)(
    'for %s: the card is withdrawn and the company hears it in neutral words',
    async (purpose) => {
      const { say, state, withdrawn } = await person()
      await say(purpose, 'withdrawn')
      await withdrawn()
      expect(await state()).toBe('withdrawn')
      expect(await subjects()).toContain('Un aggiornamento sulla vostra opportunità')
      expect(await planned('proposal_reminder_1')).toEqual([])
    },
  )

  it('for another opening: the card stays', async () => {
    const { state, withdrawn } = await person()
    await withdrawn()
    expect(await state()).toBe('sent')
  })
})

describe('a placement', () => {
  const begin = async (values: Partial<typeof placements.$inferInsert> = {}) => {
    const { orgId, candidateId } = await aCandidate({
      orgId: scene.lead.orgId,
      caseManagerId: scene.lead.userId,
    })
    const id = newId<string>()
    await db.asSystem((tx) =>
      tx.insert(placements).values({
        ...{ orgId, id, candidateId, companyId: scene.hr.companyId, kind: 'internship', state: 'active' },
        ...{ startsOn: '2026-11-17', endsOn: '2027-05-17', createdAt: now() },
        ...values,
      }),
    )
    await happens('placement.began', { orgId, placementId: id })
    return { orgId, id, candidateId }
  }

  it('begins: both sides are asked how it goes, and its end is talked about in time', async () => {
    await begin()
    const dates: Record<string, string | undefined> = Object.fromEntries(
      (await plan()).map(({ ruleKey, dueAt }) => [ruleKey ?? '', day(dueAt)]),
    )
    expect(dates).toMatchObject({
      check_in_company_day_3: '2026-11-20',
      check_in_person_day_3: '2026-11-20',
      hire_talk_30: '2027-04-19',
      internship_end_notice_30: '2027-04-19',
    })
    expect((await planned('check_in_person_day_3'))[0]?.assigneeId).toBe(scene.lead.userId)
  })

  it('that begins on a later day is followed from that day on', async () => {
    await begin({ startsOn: '2026-11-23' })
    expect(await planned('check_in_person_day_3')).toEqual([])
    scene.at = Date.parse('2026-11-23T08:00:00Z')
    await runDaily()
    expect((await planned('check_in_person_day_3')).map(({ dueAt }) => day(dueAt))).toEqual(['2026-11-26'])
  })

  it('ends: nothing is asked about it any more; as a hire, thanks and the checks after it', async () => {
    const { orgId, id } = await begin({ endsOn: '2026-11-30' })
    scene.at = Date.parse('2026-12-01T09:00:00Z')
    await db.asSystem((tx) =>
      tx
        .update(placements)
        .set({ state: 'completed', becameHire: true })
        .where(and(eq(placements.orgId, orgId), eq(placements.id, id))),
    )
    await happens('placement.ended', { orgId, placementId: id })
    await sweepOnce(QUICK)
    await runAll()
    expect(await planned('check_in_person_monthly')).toEqual([])
    expect(await subjects()).toContain('Grazie per l’assunzione')
    expect((await planned('retention_3')).map(({ dueAt }) => day(dueAt))).toEqual(['2027-03-01'])
  })

  it('is told as a story only by a company that is warm: on its way down it is not asked, up again it is', async () => {
    const { companyId } = scene.hr
    const standsAt = async (trustSlope: 'steady' | 'cooling') => {
      scene.at += 60_000
      const kept = { trustScore: 80, trustSlope, trustScoreAt: now() }
      await db.asSystem((tx) => tx.update(companies).set(kept).where(eq(companies.id, companyId)))
      await happens('company.plan_due', { companyId })
    }
    const { orgId, candidateId } = await begin({ kind: 'job', endsOn: null })
    await db.asSystem((tx) =>
      tx.insert(consents).values({
        ...{ orgId, id: newId<string>(), candidateId, purpose: 'story', decision: 'given' },
        ...{ textHash: 'x', language: 'it', withMediator: false, channel: 'in_person' },
        ...{ recordedBy: scene.lead.userId, at: now() },
      }),
    )
    await standsAt('cooling')
    expect(await planned('story_invitation')).toEqual([])
    await standsAt('steady')
    const asked = await planned('story_invitation')
    expect(asked.map(({ dueAt }) => day(dueAt))).toEqual(['2026-12-17'])
    await standsAt('cooling')
    expect((await plan()).find(({ ruleKey }) => ruleKey === 'story_invitation')).toMatchObject({
      state: 'cancelled',
      why: 'waits',
    })
    await standsAt('steady')
    expect(await planned('story_invitation')).toEqual(asked)
  })
})

describe('a story and a testimonial', () => {
  const write = (state: 'awaiting_company' | 'submitted') => aStory({ companyId: scene.hr.companyId, state })

  it('waits for the company: it is asked to read the draft', async () => {
    await happens('story.approval_asked', { storyId: await write('awaiting_company') })
    expect(await subjects()).toEqual(['Una bozza da rileggere'])
  })

  it('submitted, a coordinator reads it; published, the company has its address and, in two months, a question', async () => {
    const coordinator = await aStaff('coordinator')
    const storyId = await write('submitted')
    await happens('story.submitted', { storyId })
    expect((await planned('review_story')).map(({ assigneeId }) => assigneeId)).toEqual([coordinator.userId])
    await db.asSystem((tx) =>
      tx
        .update(stories)
        .set({ state: 'published', slug: 'una-storia', publishedAt: now() })
        .where(eq(stories.id, storyId)),
    )
    await happens('story.published', { storyId })
    expect(await planned('review_story')).toEqual([])
    const [mail] = await mailbox()
    expect(mail?.text).toContain('http://localhost:3000/storie/una-storia')
    expect((await planned('referral_invitation')).map(({ dueAt }) => day(dueAt))).toEqual(['2027-01-18'])
  })

  it('sent back and submitted again, it is one task and not two', async () => {
    await aStaff('coordinator')
    const storyId = await write('submitted')
    await happens('story.submitted', { storyId })
    const once = (await planned('review_story')).length
    await happens('story.returned', { storyId })
    expect(await planned('review_story')).toEqual([])
    await happens('story.submitted', { storyId })
    expect(await planned('review_story')).toHaveLength(once)
  })

  it('a testimonial is asked by mail, and whoever asked hears the answer', async () => {
    const id = newId<string>()
    await db.asSystem((tx) =>
      tx.insert(testimonials).values({
        ...{
          id,
          companyId: scene.hr.companyId,
          state: 'asked',
          scope: 'both',
          throughUserId: scene.lead.userId,
        },
        ...{ throughOrgId: scene.lead.orgId, askedAt: now() },
      }),
    )
    await happens('testimonial.asked', { testimonialId: id })
    expect(await subjects()).toEqual(['Una domanda per la vostra azienda'])
    await db.asSystem((tx) =>
      tx.update(testimonials).set({ state: 'accepted' }).where(eq(testimonials.id, id)),
    )
    await happens('testimonial.answered', { testimonialId: id })
    expect(await planned('testimonial_answered')).toMatchObject([
      { assigneeId: scene.lead.userId, template: 'mail_task_testimonial_accepted' },
    ])
  })
})
