import { z } from 'zod'
import { strictly, words } from '../shared/form-fields.schema.server.ts'

const MOST = 2_000

/** A playbook as coordinators write it: plain text in both languages, and the version that they began from. */
export const savePlaybookSchema = z.strictObject(
  {
    version: z.int({ error: 'relationship_form_unknown' }).min(0, { error: 'relationship_form_unknown' }),
    textIt: words(MOST, 'playbook_text_missing'),
    textEn: words(MOST, 'playbook_text_missing'),
  },
  strictly,
)

export type WrittenPlaybook = z.output<typeof savePlaybookSchema>
