import { exportAction, type ExportReason } from '../audit/actions.ts'
import { audit } from '../audit/record.server.ts'
import { followedPerson } from '../candidates/followed-person.server.ts'
import { readCandidate, type CandidateFile } from '../candidates/read-candidate.server.ts'
import type { CandidateId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { accessesOf, type Access } from './accesses-of.server.ts'
import { avoidedBy, type Avoided } from './avoided-by.server.ts'
import { backgroundOf } from './background-of.server.ts'
import { curriculumOf, type Curriculum } from './curriculum-of.server.ts'
import {
  consentsOf,
  placementsOf,
  reviewsOf,
  type Answer,
  type AtWork,
  type Review,
} from './history-of.server.ts'
import {
  questionsOf,
  requestsOf,
  standingOf,
  visitsMadeFor,
  type Question,
  type Request,
  type Standing,
  type Visit,
} from './own-pages-of.server.ts'
import { shownOf, type Shown } from './shown-of.server.ts'
import { contractLinksOf, meetingsOf, type ContractCopy, type MeetingCopy } from './stages-of.server.ts'

export type PersonCopy = {
  file: Omit<CandidateFile, 'exclusions' | 'caseManagerId'>
  avoided: Avoided[]
  /** What is kept for statistics and her case manager alone, as it was written down. */
  background: string | null
  curriculum: Curriculum | null
  consents: Answer[]
  /** Which company saw what of her, and when. */
  shown: Shown[]
  /** Whom she was to meet, under which name; and what was sent for a contract. */
  meetings: MeetingCopy[]
  contracts: ContractCopy[]
  placements: AtWork[]
  reviews: Review[]
  requests: Request[]
  questions: Question[]
  visits: Visit[]
  standing: Standing[]
  accesses: Access[]
}

/**
 * Everything that is kept about a person, for herself (articles 15 and 20 of the GDPR): only whoever follows her makes it,
 * and the audit keeps that and why.
 * @throws DomainError not_found for another organisation's person, forbidden for a colleague's.
 */
export async function copyPerson(
  tx: Tx,
  person: { orgId: OrganisationId; candidateId: CandidateId },
  reason: ExportReason,
): Promise<PersonCopy> {
  await followedPerson(tx, person)
  const { orgId, candidateId } = person
  await audit(tx, { action: exportAction(reason), subjectType: 'candidate', subjectId: candidateId })
  const { exclusions, caseManagerId: _hers, ...file } = await readCandidate(tx, orgId, candidateId)
  return {
    file,
    avoided: await avoidedBy(tx, exclusions),
    background: await backgroundOf(tx, person),
    curriculum: await curriculumOf(tx, person),
    consents: await consentsOf(tx, person),
    shown: await shownOf(tx, person),
    meetings: await meetingsOf(tx, person),
    contracts: await contractLinksOf(tx, person),
    placements: await placementsOf(tx, person),
    reviews: await reviewsOf(tx, person),
    requests: await requestsOf(tx, person),
    questions: await questionsOf(tx, person),
    visits: await visitsMadeFor(tx, person),
    standing: await standingOf(tx, person),
    accesses: await accessesOf(tx, person),
  }
}
