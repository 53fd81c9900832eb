import { toldLately } from '#app/domain/follow-ups/told-lately.server.ts'
import { tellCoordinators } from '#app/domain/follow-ups/tell-coordinators.server.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'

/** As long as the window in which a company's cards are counted. */
const ONCE_IN = 30 * DAY

/**
 * A card could not go to a company, or had to come back: over the limits somebody may be fishing, under k somebody could
 * be recognised. The coordinators look at the company, once in a while; of whom the card was, nobody tells them.
 */
export const tellOfRefusal =
  (rule: 'card_over_limit' | 'card_too_telling'): Handler<'card.over_limit' | 'card.too_telling'> =>
  ({ payload }, effect) =>
    effect('tasks', async (tx) => {
      const companyId = payload.companyId as CompanyId
      const subject = { type: 'company' as const, id: companyId }
      if (await toldLately(tx, rule, companyId, ONCE_IN)) return
      await tellCoordinators(tx, { rule, title: `follow_ups_task_${rule}`, subject, companyId })
    })
