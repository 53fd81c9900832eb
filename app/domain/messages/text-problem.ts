import { hasStrayBrace, unknownVariables } from './fill.ts'
import type { Variable } from './templates.ts'

/** Words that would tell whoever looks over a shoulder, or into a mailbox, whom the network helps (privacy.md). */
const TELLING =
  /tratta (di|delle) (esseri|persone)|vittim|rifugiat|profug|migrant|immigrat|richiedent\S* asilo|protezione internazionale|permesso di soggiorno|antitratta|fairjob|traffick|refugee|survivor|asylum/i

/** Whether words would say whom the network helps. */
export const tellsWhom = (text: string): boolean => TELLING.test(text)

/**
 * What is wrong with a text that somebody wrote for a message, as the key of a message, or null. A subject has no
 * variables: it is read on locked screens.
 */
export function textProblem(text: string, allowed: readonly Variable[]): string | null {
  if (hasStrayBrace(text)) return 'rules_text_brace'
  if (unknownVariables(text, allowed).length > 0) {
    return allowed.length === 0 ? 'rules_text_subject_variable' : 'rules_text_unknown_variable'
  }
  return tellsWhom(text) ? 'rules_text_telling' : null
}
