import type { ShowableFacts } from '#app/domain/disclosure/card-attributes.ts'
import type { Province } from '#app/domain/places/areas.ts'
import type { CandidateId, OrganisationId } from '#app/domain/shared/ids.ts'
import type { LicenceCategory } from '#app/domain/taxonomy/licences.ts'
import { fairJobBackgrounds } from '#db/seed/backgrounds.ts'
import { organisationList } from '#db/seed/organisation-list.ts'
import { pastUntil } from '#db/seed/past.ts'
import { profileFacts, type ProfileFacts } from '#db/seed/profile-facts.ts'
import { seededRandom } from '#db/seed/random.ts'
import { townNamed } from '#db/seed/towns.ts'
import { trades } from '#db/seed/trades.ts'

/** As many as the network follows at a time. */
const PEOPLE = 100
const DRIVERS = 0.12

/** Somebody of a generated network, by what the database would hold and by what a card may be about. */
export type Somebody = {
  orgId: OrganisationId
  candidateId: CandidateId
  profile: ProfileFacts
  facts: ShowableFacts & { candidateId: CandidateId }
}

function factsOf(candidateId: CandidateId, profile: ProfileFacts): Somebody['facts'] {
  const levels = profile.skillLevels ?? []
  return {
    candidateId,
    professionCode: profile.professionCode,
    skills: Object.fromEntries((profile.skillCodes ?? []).map((code, at) => [code, levels[at] ?? 0])),
    licences: (profile.licences ?? []) as LicenceCategory[],
    italianSpoken: profile.italianSpoken,
    slots: profile.slots ?? [],
    province: profile.province as Province,
  }
}

/**
 * A network of a hundred people with FairJob's marginals: sex, origin, children and pregnancy as published, which settle
 * when somebody can work; trades, homes, languages and licences spread as in the demo network. Another seed, other people.
 */
export function fairJobPeople(seed: string): Somebody[] {
  const random = seededRandom(seed)
  const past = pastUntil(new Date('2026-11-17T09:00:00Z'))
  const backgrounds = fairJobBackgrounds(random.branch('backgrounds')).slice(0, PEOPLE)
  const organisations = organisationList.map((each) => ({ ...each, orgId: random.uuid<OrganisationId>() }))
  const homes = organisations.flatMap((each) => each.caseManagers.map(() => each))
  return backgrounds.map((background) => {
    const { orgId, area, towns } = random.pick(homes)
    const trade = random.weighted(trades.map((each) => [each, each.people[area]] as const))
    const town = townNamed(random.pick(towns))
    const drives = random.chance(DRIVERS)
    const candidateId = random.uuid<CandidateId>()
    const profile = profileFacts({ background, trade, town, drives }, past, random)
    return { orgId, candidateId, profile, facts: factsOf(candidateId, profile) }
  })
}
