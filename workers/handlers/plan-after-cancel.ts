import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Handler } from '../handler.ts'
import { planAfter } from './plan-company.ts'

/** A placement was called off before it began: nothing is asked about it any more. */
export const planAfterCancel: Handler<'placement.cancelled'> = (event, effect) =>
  planAfter(event, effect, event.payload.companyId as CompanyId)
