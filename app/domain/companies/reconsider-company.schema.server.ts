import { z } from 'zod'
import { strictly, words } from '../shared/form-fields.schema.server.ts'

/** Why a company that was refused deserves another look. */
export const reconsiderCompanySchema = z.strictObject(
  { reason: words(1_000, 'network_reconsider_reason_missing') },
  strictly,
)
