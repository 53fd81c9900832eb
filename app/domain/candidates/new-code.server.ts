import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { candidates } from '#db/schema/candidates.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { codeOf, FIRST_NUMBER, LAST_NUMBER, plants } from './candidate-code.ts'

const TRIES = 20

/** A code that no person of the organisation has; drawn by chance, so that it tells nothing of who came when. */
export async function newCode(tx: Tx, orgId: OrganisationId): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const code = codeOf(
      plants[randomInt(plants.length)] ?? plants[0],
      randomInt(FIRST_NUMBER, LAST_NUMBER + 1),
    )
    const taken = await tx.$count(candidates, and(eq(candidates.orgId, orgId), eq(candidates.code, code)))
    if (taken === 0) return code
  }
  throw new Error('no free code found')
}
