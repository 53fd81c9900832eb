import { and, eq } from 'drizzle-orm'
import { openings, openingShifts, openingSkills } from '#db/schema/openings.ts'
import { placeByCode } from '../places/places.server.ts'
import { indexOpening } from '../search/keep-index.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { OpeningRow } from './load-facts.server.ts'
import type { OpeningShift, OpeningSkill } from './opening-facts.ts'
import type { StepValues } from './save-opening-step.schema.server.ts'
import type { ConditionsStep } from './step-conditions.schema.server.ts'
import type { WhatStep } from './step-what.schema.server.ts'
import type { WhenWhereStep } from './step-when-where.schema.server.ts'

type Columns = Partial<typeof openings.$inferInsert>

/** The columns of the first step. */
export const columnsOfWhat = ({ kind, professionCode, title, tasks }: WhatStep) => ({
  kind,
  professionCode,
  title,
  tasks,
})

function columnsOfWhenWhere(step: WhenWhereStep): Columns {
  const place = step.placeCode ? placeByCode(step.placeCode) : undefined
  return {
    hoursPerWeek: step.hoursPerWeek ?? null,
    placeCode: place?.code ?? null,
    lat: place?.lat ?? null,
    lng: place?.lng ?? null,
    licences: step.licences,
    needsVehicle: step.needsVehicle,
    startFrom: step.startFrom ?? null,
    startLatest: step.startLatest ?? null,
    durationMonths: step.durationMonths ?? null,
    places: step.places,
  }
}

const columnsOfConditions = ({ offers, ...step }: ConditionsStep): Columns => ({
  italianSpoken: step.italianSpoken,
  italianWritten: step.italianWritten,
  payMonthlyCents: step.pay ?? null,
  demands: step.demands,
  teaches: step.teaches,
  transportProvided: offers.includes('transport'),
  lodgingProvided: offers.includes('lodging'),
  canteen: offers.includes('canteen'),
  childcareProvided: offers.includes('childcare'),
  tutor: offers.includes('tutor'),
})

function columnsOf(input: StepValues): Columns {
  switch (input.step) {
    case 1:
      return columnsOfWhat(input.values)
    case 2:
      return {}
    case 3:
      return columnsOfWhenWhere(input.values)
    case 4:
      return columnsOfConditions(input.values)
    default:
      return input satisfies never
  }
}

/** Puts these skills in the place of those that an opening had. */
export async function replaceSkills(
  tx: Tx,
  openingId: OpeningId,
  skills: readonly OpeningSkill[],
): Promise<void> {
  await tx.delete(openingSkills).where(eq(openingSkills.openingId, openingId))
  if (skills.length === 0) return
  await tx
    .insert(openingSkills)
    .values(skills.map(({ code, ...skill }) => ({ openingId, skillCode: code, ...skill })))
}

/** Puts these shifts in the place of those that an opening had. */
export async function replaceShifts(
  tx: Tx,
  openingId: OpeningId,
  shifts: readonly OpeningShift[],
): Promise<void> {
  await tx.delete(openingShifts).where(eq(openingShifts.openingId, openingId))
  if (shifts.length === 0) return
  await tx.insert(openingShifts).values(shifts.map((shift, position) => ({ openingId, position, ...shift })))
}

/**
 * Writes one step of an opening that the caller has loaded and checked. The furthest step saved is kept.
 * @returns the new version.
 * @throws DomainError stale when somebody saved it since.
 */
export async function writeStep(tx: Tx, row: OpeningRow, input: StepValues): Promise<number> {
  const [written] = await tx
    .update(openings)
    .set({
      ...columnsOf(input),
      stepsDone: Math.max(row.stepsDone, input.step),
      version: row.version + 1,
    })
    .where(
      and(eq(openings.id, row.id), eq(openings.companyId, row.companyId), eq(openings.version, row.version)),
    )
    .returning({ version: openings.version })
  if (!written) throw new DomainError('stale', 'openings_changed_meanwhile')
  if (input.step === 2) await replaceSkills(tx, row.id, input.values.skills)
  if (input.step === 3) await replaceShifts(tx, row.id, input.values.shifts)
  await indexOpening(tx, row.companyId, row.id)
  return written.version
}
