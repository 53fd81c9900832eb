import { cancelTasks } from '#app/domain/follow-ups/cancel-follow-ups.server.ts'
import { companyBehind } from '#app/domain/follow-ups/company-behind.server.ts'
import { tellCoordinators } from '#app/domain/follow-ups/tell-coordinators.server.ts'
import type { Handler } from '../handler.ts'
import { planCompanyOf } from './plan-company.ts'

export const REVIEW_STORY = 'review_story'

/** A company submitted its story: a coordinator reads it before it is published. */
export const reviewStory: Handler<'story.submitted'> = async ({ payload }, effect) => {
  const subject = { type: 'story' as const, id: payload.storyId }
  await effect('tasks', async (tx) => {
    const companyId = await companyBehind(tx, 'story', subject.id)
    if (!companyId) return
    await tellCoordinators(tx, { rule: REVIEW_STORY, title: 'mail_task_review_story', subject, companyId })
  })
  await planCompanyOf(effect, 'story', subject.id)
}

/** A story was sent or taken back before it was published: the next one to hand it in asks anew. */
export const endReview: Handler<'story.returned'> = ({ payload }, effect) =>
  effect('tasks', (tx) => cancelTasks(tx, { rule: REVIEW_STORY, subjectId: payload.storyId, why: 'settled' }))
