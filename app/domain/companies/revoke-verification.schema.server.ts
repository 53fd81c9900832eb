import { z } from 'zod'
import { strictly, words } from '../shared/form-fields.schema.server.ts'

/** Why a company may not receive cards any more. */
export const revokeVerificationSchema = z.strictObject(
  { reason: words(1_000, 'network_revoke_reason_missing') },
  strictly,
)
