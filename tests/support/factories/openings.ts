import { system } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { type Tx, withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { openings, openingShifts, openingSkills } from '#db/schema/openings.ts'
import { aCompany } from './accounts.ts'

const weekOf = (days: number[], from: number, to: number): string =>
  Array.from({ length: 336 }, (_, half) =>
    days.includes(Math.floor(half / 48)) && half % 48 >= from * 2 && half % 48 < to * 2 ? '1' : '0',
  ).join('')

/** Monday to Friday, 8 to 12. */
export const MORNINGS = weekOf([0, 1, 2, 3, 4], 8, 12)
/** Monday to Friday, 7 to 19. */
export const DAYTIME = weekOf([0, 1, 2, 3, 4], 7, 19)

type Extra = {
  shifts?: Omit<typeof openingShifts.$inferInsert, 'openingId' | 'position'>[]
  skills?: Omit<typeof openingSkills.$inferInsert, 'openingId'>[]
  /** What is there with it or not at all. */
  beside?: (tx: Tx, openingId: OpeningId) => Promise<void>
}

/** An open opening (a morning internship as kitchen help in Torino unless asked otherwise) with its parents. */
export async function anOpening(
  values: Partial<typeof openings.$inferInsert> = {},
  extra: Extra = {},
): Promise<OpeningId> {
  const id = values.id ?? newId<OpeningId>()
  const companyId = values.companyId ?? (await aCompany())
  await withActor(system('test'), async (tx) => {
    await tx.insert(openings).values({
      id,
      companyId,
      state: 'open',
      stepsDone: 4,
      kind: 'internship',
      title: 'Aiuto cuoco',
      professionCode: 'isco-9412-kitchen-helper',
      placeCode: '001272',
      lat: 45.0703,
      lng: 7.6869,
      payMonthlyCents: 60_000,
      startFrom: '2026-12-01',
      startLatest: '2027-01-15',
      createdAt: now(),
      postedAt: now(),
      ...values,
    })
    const shifts = extra.shifts ?? [{ kind: 'fixed' as const, mask: MORNINGS }]
    if (shifts.length > 0) {
      await tx
        .insert(openingShifts)
        .values(shifts.map((shift, position) => ({ openingId: id, position, ...shift })))
    }
    if (extra.skills?.length) {
      await tx.insert(openingSkills).values(extra.skills.map((skill) => ({ openingId: id, ...skill })))
    }
    await extra.beside?.(tx, id)
  })
  return id
}
