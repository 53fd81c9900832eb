import { and, eq, gt, inArray, ne } from 'drizzle-orm'
import { newId, now } from '#app/platform/clock.server.ts'
import { users } from '#db/schema/accounts.ts'
import { candidates } from '#db/schema/candidates.ts'
import { glassBreaks } from '#db/schema/glass.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit, auditRefusal } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { glassState, GLASS_WAITS } from './glass-rules.ts'
import type { FileAsked } from './glass.schema.server.ts'

/**
 * Asks to read one person's file: a coordinator, with a reason. Nothing opens by it; everybody else who may allow it is
 * told.
 * @throws DomainError invalid for a code that nobody has there, conflict while she has asked already or reads it.
 */
export async function askForFile(tx: Tx, { orgId: typed, code, reason }: FileAsked): Promise<void> {
  authorise(tx, 'glass.ask')
  const askedBy = userIdOf(tx.actor)
  if (!askedBy) throw new DomainError('forbidden', 'forbidden')
  const orgId = typed as string as OrganisationId
  // Whether somebody has that code is hidden from her: one answer comes out, and the asking is written down, whatever the answer.
  const person = await asOurselves(tx, async () => {
    const [row] = await tx
      .select({ id: candidates.id })
      .from(candidates)
      .where(and(eq(candidates.orgId, orgId), eq(candidates.code, code)))
    return row
  })
  if (!person) {
    auditRefusal(tx, { action: 'glass.asked_unknown', subjectType: 'organisation', subjectId: orgId })
    throw new DomainError('invalid', 'glass_code_unknown', 'code')
  }
  const at = now()
  const recent = await tx
    .select()
    .from(glassBreaks)
    .where(
      and(
        ...[eq(glassBreaks.orgId, orgId), eq(glassBreaks.candidateId, person.id)],
        ...[eq(glassBreaks.askedBy, askedBy), gt(glassBreaks.askedAt, new Date(+at - 2 * GLASS_WAITS))],
      ),
    )
  if (recent.some((row) => ['waiting', 'open'].includes(glassState(row, at))))
    throw new DomainError('conflict', 'glass_asked_already', 'code')
  const candidateId = person.id
  await tx
    .insert(glassBreaks)
    .values({ orgId, id: newId<string>(), candidateId, code, reason, askedBy, askedAt: at })
  await audit(tx, {
    ...{ action: `glass.asked_${reason}`, subjectType: 'candidate', subjectId: candidateId },
    orgId,
  })
  const others = await tx
    .select({ userId: users.id })
    .from(users)
    .where(
      and(inArray(users.role, ['coordinator', 'admin']), ...[eq(users.active, true), ne(users.id, askedBy)]),
    )
  for (const { userId } of others) await emit(tx, 'glass.asked', { userId })
}
