import { z } from 'zod'
import { chosenId, strictly, words } from '../shared/form-fields.schema.server.ts'

const contactId = chosenId('relationship_access_answered')

export const admitContactSchema = z.strictObject({ contactId }, strictly)
export const declineContactSchema = z.strictObject(
  { contactId, reason: words(200, 'relationship_access_reason_missing') },
  strictly,
)
