import { and, isNotNull, lt } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { meetings } from '#db/schema/stages.ts'
import { MEETING_SHOWN } from '../disclosure/stage-rules.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** Removes the names that meetings told whose pages are closed: nobody reads them any more. For our own processes, once an hour. */
export async function forgetToldNames(tx: Tx): Promise<void> {
  await tx
    .update(meetings)
    .set({ nameTold: null })
    .where(and(isNotNull(meetings.nameTold), lt(meetings.startsAt, new Date(+now() - MEETING_SHOWN))))
}
