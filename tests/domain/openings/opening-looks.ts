import { eq } from 'drizzle-orm'
import { saveOpeningStep } from '#app/domain/openings/save-opening-step.server.ts'
import { startOpening } from '#app/domain/openings/start-opening.server.ts'
import { system, type HrActor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { openings } from '#db/schema/openings.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { conditions, skills, whatIsLookedFor, whenWhere } from './step-values.ts'

/** The version of an opening's row. */
export const versionOf = async (id: OpeningId): Promise<number> => {
  const [row] = await withActor(system('test'), (tx) => tx.select().from(openings).where(eq(openings.id, id)))
  return row?.version ?? 0
}

/** Topics of the events left about an opening. */
export const topicsOf = (id: OpeningId): Promise<string[]> =>
  withActor(system('test'), async (tx) => {
    const rows = await tx.select().from(outbox).orderBy(outbox.createdAt)
    return rows.filter(({ payload }) => payload.openingId === id).map(({ topic }) => topic)
  })

/** Actions audited about a subject, in their order. */
export const auditedOf = (id: string): Promise<string[]> =>
  withActor(system('test'), async (tx) => {
    const rows = await tx.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.seq)
    return rows.map(({ action }) => action)
  })

/** What a command that must fail threw; null when it did not. */
export const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => null).catch((error: unknown) => error)

/** A draft with its first step. */
export const aDraft = (hr: HrActor): Promise<OpeningId> =>
  withActor(hr, (tx) => startOpening(tx, hr.companyId, whatIsLookedFor))

/** A draft with all four steps, at version 4. */
export async function aFullDraft(hr: HrActor): Promise<OpeningId> {
  const id = await aDraft(hr)
  await withActor(hr, async (tx) => {
    await saveOpeningStep(tx, id, 1, conditions)
    await saveOpeningStep(tx, id, 2, whenWhere)
    await saveOpeningStep(tx, id, 3, skills)
  })
  return id
}
