import { sha256 } from '#app/platform/crypto.server.ts'
import { latestConsent } from '../consent/standing-consent.server.ts'
import { DomainError } from '../shared/errors.ts'
import type { CandidateId, CompanyId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type About = { person: { orgId: OrganisationId; candidateId: CandidateId }; companyId: CompanyId }

/**
 * She has said yes to one of these texts, and to no other since.
 * @param words the same text in each language that it may have been read in.
 * @throws DomainError refused without a yes, stale where it was to other words.
 */
export async function agreedTo(
  tx: Tx,
  purpose: 'company' | 'contract',
  { person, companyId }: About,
  words: readonly string[],
): Promise<void> {
  const consent = await latestConsent(tx, person, purpose, companyId)
  if (consent?.decision !== 'given') throw new DomainError('refused', 'stages_no_consent')
  if (!words.map(sha256).includes(consent.textHash)) throw new DomainError('stale', 'stages_consent_outdated')
}
