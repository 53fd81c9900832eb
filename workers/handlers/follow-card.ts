import type { Handler } from '../handler.ts'
import { planCompanyOf } from './plan-company.ts'

/** A card was opened: its reminders end, the call for its answer stays. */
export const followCard: Handler<'card.opened'> = ({ payload }, effect) =>
  planCompanyOf(effect, 'card', payload.cardId)
