import {
  followUpSchema,
  handOnSchema,
  postponeSchema,
  skipSchema,
} from '#app/domain/follow-ups/act-on-follow-up.schema.server.ts'
import { completeFollowUp } from '#app/domain/follow-ups/complete-follow-up.server.ts'
import { handOnFollowUp } from '#app/domain/follow-ups/hand-on-follow-up.server.ts'
import { postponeFollowUp } from '#app/domain/follow-ups/postpone-follow-up.server.ts'
import { reopenFollowUp } from '#app/domain/follow-ups/reopen-follow-up.server.ts'
import { skipFollowUp } from '#app/domain/follow-ups/skip-follow-up.server.ts'
import { userIdOf } from '#app/domain/shared/actor.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { FollowUpId, UserId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { matchesSeenSchema } from '#app/domain/standing/notices.schema.server.ts'
import { markMatchesSeen } from '#app/domain/standing/notices.server.ts'
import { answerForm } from '#app/web/answer-form.server.ts'
import type { ActionCall } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'

const HOME = '/lavoro'

/** Carries out one of the small forms of the day. What is settled can be taken back from the page that follows. */
export async function actOnDay({ tx, actor, form, intent }: ActionCall & { tx: Tx }) {
  switch (intent) {
    case 'complete':
      return answerForm({ form, schema: followUpSchema, intent }, async ({ followUpId }) => {
        await completeFollowUp(tx, followUpId as FollowUpId)
        return redirectTo(`${HOME}?fatto=${followUpId}`)
      })
    case 'skip':
      return answerForm({ form, schema: skipSchema, intent }, async ({ followUpId, reason }) => {
        await skipFollowUp(tx, followUpId as FollowUpId, reason)
        return redirectTo(`${HOME}?fatto=${followUpId}`)
      })
    case 'reopen':
      return answerForm({ form, schema: followUpSchema, intent }, async ({ followUpId }) => {
        await reopenFollowUp(tx, followUpId as FollowUpId)
        return redirectTo(HOME, { flash: 'relationship_day_reopened' })
      })
    case 'postpone':
      return answerForm({ form, schema: postponeSchema, intent }, async ({ followUpId, ...input }) => {
        await postponeFollowUp(tx, followUpId as FollowUpId, input)
        return redirectTo(HOME, { flash: 'relationship_day_postponed_flash' })
      })
    case 'hand_on':
      return answerForm({ form, schema: handOnSchema, intent }, async ({ followUpId, to }) => {
        await handOnFollowUp(tx, followUpId as FollowUpId, to as UserId)
        const taken = to === userIdOf(actor)
        return redirectTo(HOME, { flash: taken ? 'relationship_day_taken' : 'relationship_day_handed_on' })
      })
    case 'seen':
      return answerForm({ form, schema: matchesSeenSchema, intent }, async ({ until }) => {
        await markMatchesSeen(tx, until)
        return redirectTo(HOME, { flash: 'desk_news_seen_flash' })
      })
    default:
      throw new DomainError('invalid', 'relationship_form_unknown')
  }
}
