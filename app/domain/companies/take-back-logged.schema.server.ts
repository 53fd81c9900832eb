import { z } from 'zod'
import { chosenId, strictly } from '../shared/form-fields.schema.server.ts'

export const takeBackLoggedSchema = z.strictObject(
  { interactionId: chosenId('relationship_form_unknown') },
  strictly,
)
