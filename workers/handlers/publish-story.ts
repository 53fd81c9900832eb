import { cancelTasks } from '#app/domain/follow-ups/cancel-follow-ups.server.ts'
import type { Handler } from '../handler.ts'
import { planCompanyOf } from './plan-company.ts'
import { REVIEW_STORY } from './review-story.ts'

/** A story is out: thanks with its address, and in two months the question for another company's name. */
export const publishStory: Handler<'story.published'> = async ({ payload }, effect) => {
  await effect('tasks', (tx) =>
    cancelTasks(tx, { rule: REVIEW_STORY, subjectId: payload.storyId, why: 'settled' }),
  )
  await planCompanyOf(effect, 'story', payload.storyId)
}
