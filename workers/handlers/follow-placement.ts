import type { Handler } from '../handler.ts'
import { planCompanyOf } from './plan-company.ts'

/** A placement began or ended: check-ins, the talk before its end, what a hire brings. */
export const followPlacement: Handler<'placement.began' | 'placement.ended'> = ({ payload }, effect) =>
  planCompanyOf(effect, 'placement', payload.placementId)
