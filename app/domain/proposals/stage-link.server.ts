import type { ContactId } from '../shared/ids.ts'
import { readIds, signIds } from './signed-ids.server.ts'

/** Addresses that say nothing, to whoever reads a history or a log. */
const PATHS = { meeting: '/i', contract: '/d' } as const
export type LinkedStage = keyof typeof PATHS

const purposeOf = (stage: LinkedStage): string => `${stage}-link`

/**
 * The path of the page on which one contact reads a meeting or opens what a contract needs. Whether it still opens is
 * asked of its row each time: a link that was sent is ended by nobody but us.
 */
export const stageLink = (stage: LinkedStage, id: string, contactId: ContactId): string =>
  `${PATHS[stage]}/${signIds(purposeOf(stage), [id, contactId])}`

/** What a token says, or null when it was altered or is the other stage's. */
export function readStageLink(
  stage: LinkedStage,
  token: string,
): { id: string; contactId: ContactId } | null {
  const read = readIds(purposeOf(stage), token)
  return read && { id: read.ids[0], contactId: read.ids[1] as ContactId }
}
