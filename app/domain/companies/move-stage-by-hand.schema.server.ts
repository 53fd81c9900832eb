import { z } from 'zod'
import { trustStages } from '../trust/stages.ts'
import { chosenId, strictly, words } from '../shared/form-fields.schema.server.ts'

export const moveStageSchema = z.strictObject(
  {
    /** The rung that the page showed: a fact may have moved the company since. */
    from: z.enum(trustStages, { error: 'relationship_form_unknown' }),
    to: z.enum(trustStages, { error: 'relationship_stage_missing' }),
    reason: words(300, 'trust_refused_reason_needed'),
  },
  strictly,
)

/** The same, of a company among others. */
export const moveOnBoardSchema = moveStageSchema.extend({ companyId: chosenId('relationship_form_unknown') })

export type StageMoveInput = z.output<typeof moveStageSchema>
