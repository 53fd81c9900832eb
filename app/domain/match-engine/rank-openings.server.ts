import { now } from '#app/platform/clock.server.ts'
import { authorise } from '../access/authorise.server.ts'
import { localDate } from '../calendar/rome.ts'
import { loadMatchProfiles } from '../candidates/to-match-profile.server.ts'
import { loadOpenOpenings } from '../openings/open-openings.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { OpeningsForPerson, Person } from './engine.ts'
import { openingsForPerson } from './openings-for-person.ts'

/**
 * The open openings for a person: the pure rules over all of them, of which the network has some dozens at a time. Six
 * statements, whatever their number. See `MatchEngine.openingsFor`.
 * @throws DomainError not_found for another organisation's person.
 */
export async function rankOpenings(tx: Tx, person: Person): Promise<OpeningsForPerson> {
  authorise(tx, 'candidate.read', { orgId: person.orgId })
  const profile = (await loadMatchProfiles(tx, person.orgId, [person.candidateId])).get(person.candidateId)
  if (!profile) return { admitting: [], nearMisses: [], plan: [] }
  return openingsForPerson(await loadOpenOpenings(tx), profile, localDate(now()))
}
