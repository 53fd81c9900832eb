import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contacts } from '#db/schema/companies.ts'
import { openings } from '#db/schema/openings.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { system } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import { withActor, type Tx } from '../shared/with-actor.server.ts'
import type { StillOpenAnswer } from './answer-still-open.schema.server.ts'
import { closeOpening } from './close-opening.server.ts'
import type { OpeningRow } from './load-facts.server.ts'
import { pauseOpening } from './pause-opening.server.ts'
import { readStillOpenLink } from './still-open-link.server.ts'

async function openingOf(tx: Tx, token: string): Promise<OpeningRow> {
  const link = readStillOpenLink(token, now())
  if (!link) throw new DomainError('gone', 'planned_still_altered')
  const [row] = await tx
    .select({ opening: openings })
    .from(openings)
    .innerJoin(contacts, eq(contacts.companyId, openings.companyId))
    .where(and(eq(openings.id, link.openingId), eq(contacts.id, link.contactId), eq(contacts.active, true)))
  if (!row) throw new DomainError('gone', 'planned_still_altered')
  if (link.expired) throw new DomainError('gone', 'planned_still_expired')
  return row.opening
}

/** The opening behind a signed link, and where it stands. Reading it writes nothing: mail scanners open links. */
export const readStillOpen = (token: string) =>
  withActor(system('still-open'), async (tx) => {
    const { title, state } = await openingOf(tx, token)
    return { title, state }
  })

/**
 * What the contact of a company answers about its opening, by the link alone: it stays, it pauses, it closes. The same
 * press twice says the same thing once.
 * @throws DomainError gone for a link that is altered, expired or of somebody who has left; conflict once it is closed.
 */
export async function answerStillOpen(token: string, given: StillOpenAnswer): Promise<void> {
  await withActor(
    system('still-open'),
    async (tx) => {
      const { id, version, state } = await openingOf(tx, token)
      if (given.answer === 'close') return closeOpening(tx, id, version, given.reason)
      if (given.answer === 'pause') return state === 'paused' ? undefined : pauseOpening(tx, id, version)
      if (state !== 'open') throw new DomainError('conflict', 'planned_still_not_open')
      await audit(tx, { action: 'opening.kept', subjectType: 'opening', subjectId: id })
      await emit(tx, 'opening.changed', { openingId: id })
    },
    { again: true },
  )
}
