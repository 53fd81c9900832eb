import type { Handler } from '../handler.ts'
import { planCompanyAfter } from './plan-company.ts'

/** Somebody spoke with a company: every chase there ends, and the count of the days of silence begins anew. */
export const followInteraction: Handler<'interaction.logged'> = (event, effect) =>
  planCompanyAfter(event, effect, 'interaction', event.payload.interactionId)
