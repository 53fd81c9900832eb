import { getZodConstraint } from '@conform-to/zod/v4'
import { skipSchema } from '#app/domain/follow-ups/act-on-follow-up.schema.server.ts'
import { sendMessageNow } from '#app/domain/follow-ups/send-message-now.server.ts'
import { skipFollowUp } from '#app/domain/follow-ups/skip-follow-up.server.ts'
import { messageWordsFor } from '#app/domain/follow-ups/word-message.schema.server.ts'
import { unwordMessage, wordMessage } from '#app/domain/follow-ups/word-message.server.ts'
import { readPlannedMessage } from '#app/domain/mails/read-planned-message.server.ts'
import { hasButton, variablesOf } from '#app/domain/messages/templates.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CompanyId, FollowUpId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answerForm } from '../answer-form.server.ts'
import type { ActionCall, Call } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { formatDateTime } from '../format.ts'
import { reasonInWords, ruleName } from '../rules/rule-words.server.ts'
import { hasText, text } from '../text.server.ts'

const whyInWords = (code: string): string =>
  hasText(`follow_ups_why_${code}`)
    ? text(`follow_ups_why_${code}`)
    : text(hasText(`mail_stop_${code}`) ? `mail_stop_${code}` : 'follow_ups_why_no_reason')

/** The page of a planned message: as it would leave now, its rule, and what can be done with it. */
export async function messagePage({ tx, id }: Call & { tx: Tx }) {
  const companyId = id<CompanyId>('id')
  const message = await readPlannedMessage(tx, companyId, id<FollowUpId>('followUpId'))
  const { template, ruleKey, worded, dueAt, state, why, stopped, ...shown } = message
  const open = state === 'planned' && !message.left
  return {
    ...shown,
    companyId,
    title: ruleKey ? ruleName(ruleKey) : '',
    reason: ruleKey ? reasonInWords(ruleKey) : '',
    when: formatDateTime(dueAt),
    open,
    over: state === 'planned' || state === 'done' ? null : whyInWords(why),
    stopped: stopped ? whyInWords(stopped) : null,
    worded: worded && { by: worded.by, date: worded.at ? formatDateTime(worded.at) : '' },
    button: hasButton(template),
    variables: variablesOf[template].map((name) => `{${name}}`).join(', '),
    constraint: getZodConstraint(messageWordsFor(template)),
    keys: { words: newFormKey(), back: newFormKey(), skip: newFormKey(), send: newFormKey() },
  }
}

/** Changes the text for this once, skips the message or sends it now. Each command authorises its actor. */
export async function actOnMessage(call: ActionCall & { tx: Tx }) {
  const { tx, form, intent, url } = call
  const id = call.id<FollowUpId>('followUpId')
  const { template } = await readPlannedMessage(tx, call.id<CompanyId>('id'), id)
  switch (intent) {
    case 'words':
      return answerForm({ form, schema: messageWordsFor(template), intent }, async (input) => {
        await wordMessage(tx, id, input)
        return redirectTo(url.pathname, { flash: 'planned_done_words' })
      })
    case 'back':
      await unwordMessage(tx, id)
      return redirectTo(url.pathname, { flash: 'planned_done_words_back' })
    case 'skip': {
      form.set('followUpId', id)
      return answerForm({ form, schema: skipSchema, intent }, async ({ reason }) => {
        await skipFollowUp(tx, id, reason)
        return redirectTo(url.pathname, { flash: 'planned_done_skip' })
      })
    }
    case 'send': {
      const leavesAt = await sendMessageNow(tx, id, text('planned_sent_early'))
      return redirectTo(url.pathname, {
        flash: leavesAt <= now() ? 'planned_done_send' : 'planned_done_send_later',
      })
    }
    default:
      throw new DomainError('invalid', 'relationship_form_unknown')
  }
}
