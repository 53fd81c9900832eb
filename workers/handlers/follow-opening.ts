import type { Handler } from '../handler.ts'
import { planCompanyOf } from './plan-company.ts'

type AboutOpening = 'opening.posted' | 'opening.changed' | 'opening.paused' | 'opening.closed'

/** An opening was posted, changed, paused or closed: thanks, a call, a word after five days; or an end to all of it. */
export const followOpening: Handler<AboutOpening> = ({ payload }, effect) =>
  planCompanyOf(effect, 'opening', payload.openingId)
