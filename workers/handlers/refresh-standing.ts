import { withdrawAvoided } from '#app/domain/cards/avoided-work.server.ts'
import { openingsOfCompany } from '#app/domain/openings/openings-of-company.server.ts'
import type { CandidateId, CompanyId, OpeningId, OrganisationId } from '#app/domain/shared/ids.ts'
import { refreshOpening } from '#app/domain/standing/refresh-opening.server.ts'
import { refreshPerson } from '#app/domain/standing/refresh-person.server.ts'
import type { Handler } from '../handler.ts'

type AboutOpening = 'opening.posted' | 'opening.changed' | 'opening.paused' | 'opening.closed'

/**
 * An opening is new, other than it was, or gone: its standing matches are looked at again, and so are its cards. Whoever wrote
 * down at the same moment what somebody must avoid did not see this change yet, nor was seen by it.
 */
export const refreshOfOpening: Handler<AboutOpening> = async ({ payload }, effect) => {
  const openingId = payload.openingId as OpeningId
  await effect('avoided', async (tx) => void (await withdrawAvoided(tx, { openingId })))
  await effect('standing', (tx) => refreshOpening(tx, openingId))
}

/** A company is verified, rejected or one with another: what it offers is matched, or is matched no more. */
export const refreshOfCompany: Handler<'company.verified' | 'company.rejected' | 'company.merged'> = (
  { payload },
  effect,
) =>
  effect('standing', async (tx) => {
    for (const openingId of await openingsOfCompany(tx, payload.companyId as CompanyId))
      await refreshOpening(tx, openingId)
  })

/**
 * A person is other than she was, came into the engine or left it: her standing matches are looked at again, and so are her
 * cards, as those of an opening are.
 */
export const refreshOfPerson: Handler<'profile.changed' | 'consent.withdrawn'> = async (
  { payload },
  effect,
) => {
  const { orgId, candidateId } = payload as { orgId: OrganisationId; candidateId: CandidateId }
  await effect('avoided', async (tx) => void (await withdrawAvoided(tx, { orgId, candidateId })))
  await effect('standing', (tx) => refreshPerson(tx, { orgId, candidateId }))
}
