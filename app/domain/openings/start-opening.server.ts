import { newId, now } from '#app/platform/clock.server.ts'
import { openings } from '#db/schema/openings.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { indexOpening } from '../search/keep-index.server.ts'
import type { CompanyId, OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { WhatStep } from './step-what.schema.server.ts'
import { columnsOfWhat } from './write-step.server.ts'

/**
 * Begins an opening of a company with its first step, as a draft that only the company sees.
 * @returns the id of the draft.
 */
export async function startOpening(tx: Tx, companyId: CompanyId, what: WhatStep): Promise<OpeningId> {
  authorise(tx, 'opening.manage', { companyId })
  const id = newId<OpeningId>()
  await tx.insert(openings).values({ id, companyId, stepsDone: 1, createdAt: now(), ...columnsOfWhat(what) })
  await indexOpening(tx, companyId, id)
  await audit(tx, { action: 'opening.started', subjectType: 'opening', subjectId: id })
  return id
}
