import { z } from 'zod'
import { chosenId, strictly } from '../shared/form-fields.schema.server.ts'

export const makeReferralSchema = z.strictObject({ to: chosenId('relationship_referral_missing') }, strictly)
