import { and, eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { candidates } from '#db/schema/candidates.ts'
import { glassBreaks } from '#db/schema/glass.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { personKey } from '../candidates/person-key.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError, notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { glassState } from './glass-rules.ts'

/** What is read in an emergency: who she is, how she is reached, what is written of her, and who follows her. */
export type GlassFile = {
  code: string
  organisation: string
  endsAt: Date
  firstName: string
  lastName: string
  alias: string | null
  birthDate: string | null
  phone: string | null
  notes: string
  caseManager: string | null
  caseManagerEmail: string | null
}

/**
 * Reads a file that was opened to the actor: row security shows her that one row, for that hour. Each reading is in the
 * audit of the person's organisation.
 * @throws DomainError not_found for another's request, gone once the hour is over or where it was never allowed.
 */
export async function readGlassFile(tx: Tx, id: string): Promise<GlassFile> {
  authorise(tx, 'glass.ask')
  const me = userIdOf(tx.actor)
  const [row] = await tx
    .select({ glass: glassBreaks, organisation: organisations.name })
    .from(glassBreaks)
    .innerJoin(organisations, eq(organisations.id, glassBreaks.orgId))
    .where(eq(glassBreaks.id, id))
  if (!row || !me || row.glass.askedBy !== me) notFound()
  const { glass, organisation } = row
  const { orgId, candidateId, endsAt } = glass
  if (glassState(glass, now()) !== 'open' || !endsAt) throw new DomainError('gone', 'glass_over')
  const [person] = await tx
    .select({ file: candidates, caseManager: users.name, caseManagerEmail: users.email })
    .from(candidates)
    .leftJoin(users, eq(users.id, candidates.caseManagerId))
    .where(and(eq(candidates.orgId, orgId), eq(candidates.id, candidateId)))
  if (!person) throw new DomainError('gone', 'glass_over')
  const { file, caseManager, caseManagerEmail } = person
  const key = await personKey(tx, { orgId, candidateId })
  await audit(tx, {
    ...{ action: 'glass.read', subjectType: 'candidate', subjectId: candidateId },
    orgId,
  })
  return {
    ...{ code: file.code, organisation, endsAt, caseManager, caseManagerEmail },
    firstName: key.open('first_name', file.firstName),
    lastName: key.open('last_name', file.lastName),
    alias: file.alias && key.open('alias', file.alias),
    birthDate: file.birthDate && key.open('birth_date', file.birthDate),
    phone: file.phone && key.open('phone', file.phone),
    notes: file.notes ? key.open('notes', file.notes) : '',
  }
}
