import type { Handler } from '../handler.ts'
import { planCompanyAfter } from './plan-company.ts'

type AboutPlacement = 'placement.began' | 'placement.ended' | 'placement.hire_talk_held'

/** A placement began or ended, or its hire was talked about: check-ins, the talk before its end, what a hire brings. */
export const followPlacement: Handler<AboutPlacement> = (event, effect) =>
  planCompanyAfter(event, effect, 'placement', event.payload.placementId)
