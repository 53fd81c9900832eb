import {
  doneSchema,
  handOnSchema,
  postponeSchema,
  skipSchema,
  undoSchema,
} from '#app/domain/day/settle-lines.schema.server.ts'
import { readRef, type LineRef } from '#app/domain/day/day-line.ts'
import { settleLines } from '#app/domain/day/settle-lines.server.ts'
import type { Settling } from '#app/domain/day/settling.ts'
import { undoLines } from '#app/domain/day/undo-lines.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { answerForm } from '../answer-form.server.ts'
import type { ActionCall } from '../define.server.ts'
import { redirectTo } from '../flash.server.ts'
import { pageNumber } from '../page-number.ts'

/** Carries out one of the forms of a day. What was done can be taken back from the page that follows. */
export async function actOnDay({ tx, form, intent, url }: ActionCall & { tx: Tx }) {
  const back = (params: Record<string, string>) => {
    const page = pageNumber(url)
    const search = new URLSearchParams({ ...(page > 1 ? { pagina: String(page) } : {}), ...params })
    return search.size > 0 ? `${url.pathname}?${search.toString()}` : url.pathname
  }
  const settle = async (item: readonly string[], what: Settling) => {
    const refs = item.map(readRef).filter((ref): ref is LineRef => ref !== null)
    const { batchId, left } = await settleLines(tx, refs, what)
    return redirectTo(back({ annulla: batchId, ...(left > 0 ? { rimaste: String(left) } : {}) }))
  }
  switch (intent) {
    case 'done':
      return answerForm({ form, schema: doneSchema, intent }, ({ item }) => settle(item, { act: 'done' }))
    case 'skip':
      return answerForm({ form, schema: skipSchema, intent }, ({ item, reason }) =>
        settle(item, { act: 'skipped', reason }),
      )
    case 'postpone':
      return answerForm({ form, schema: postponeSchema, intent }, ({ item, dueOn, reason }) =>
        settle(item, { act: 'postponed', dueOn, reason }),
      )
    case 'hand_on':
      return answerForm({ form, schema: handOnSchema, intent }, ({ item, to }) =>
        settle(item, { act: 'handed_on', to: to as UserId }),
      )
    case 'undo':
      return answerForm({ form, schema: undoSchema, intent }, async ({ batchId }) => {
        await undoLines(tx, batchId)
        return redirectTo(back({}), { flash: 'relationship_day_reopened' })
      })
    default:
      throw new DomainError('invalid', 'relationship_form_unknown')
  }
}
