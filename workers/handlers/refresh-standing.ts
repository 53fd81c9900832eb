import { openingsOfCompany } from '#app/domain/openings/openings-of-company.server.ts'
import type { CandidateId, CompanyId, OpeningId, OrganisationId } from '#app/domain/shared/ids.ts'
import { refreshOpening } from '#app/domain/standing/refresh-opening.server.ts'
import { refreshPerson } from '#app/domain/standing/refresh-person.server.ts'
import type { Handler } from '../handler.ts'

type AboutOpening = 'opening.posted' | 'opening.changed' | 'opening.paused' | 'opening.closed'

/** An opening is new, other than it was, or gone: its standing matches are looked at again. */
export const refreshOfOpening: Handler<AboutOpening> = ({ payload }, effect) =>
  effect('standing', (tx) => refreshOpening(tx, payload.openingId as OpeningId))

/** A company is verified, rejected or one with another: what it offers is matched, or is matched no more. */
export const refreshOfCompany: Handler<'company.verified' | 'company.rejected' | 'company.merged'> = (
  { payload },
  effect,
) =>
  effect('standing', async (tx) => {
    for (const openingId of await openingsOfCompany(tx, payload.companyId as CompanyId))
      await refreshOpening(tx, openingId)
  })

/** A person is other than she was, came into the engine or left it: her standing matches are looked at again. */
export const refreshOfPerson: Handler<'profile.changed' | 'consent.withdrawn'> = ({ payload }, effect) =>
  effect('standing', (tx) =>
    refreshPerson(tx, {
      orgId: payload.orgId as OrganisationId,
      candidateId: payload.candidateId as CandidateId,
    }),
  )
