import { eq, inArray } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { atLocal } from '#app/domain/calendar/rome.ts'
import type { Exclusion } from '#app/domain/matching/types.ts'
import { loadMatchOpenings } from '#app/domain/openings/to-match-opening.server.ts'
import { rebuildIndex } from '#app/domain/search/rebuild-index.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { keepScores } from '#app/domain/trust/keep-score.server.ts'
import { organisations, users } from '#db/schema/accounts.ts'
import { candidateExclusions, candidateKeys, candidates, consents, profiles } from '#db/schema/candidates.ts'
import {
  companies,
  companyReferrals,
  companyVerifications,
  contacts,
  interactions,
} from '#db/schema/companies.ts'
import { companyGroupMembers, companyGroups } from '#db/schema/company-groups.ts'
import { eventInvitations, eventOrganisations, events } from '#db/schema/events.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { openings, openingShifts, openingSkills } from '#db/schema/openings.ts'
import { placements } from '#db/schema/proposals.ts'
import { stories, testimonials, testimonialUses } from '#db/schema/stories.ts'
import { stageChanges, trustEvents } from '#db/schema/trust.ts'
import { staffRows } from './accounts.ts'
import { matchables, planCards, type Matchables } from './card-plan.ts'
import { trustRows } from './chronicle.ts'
import { planFollowUps, tasksByHand, verificationTasks } from './follow-ups.ts'
import { groupRows } from './groups.ts'
import { insertAll } from './insert.ts'
import { makeNetwork, type Network } from './network.ts'
import { pastUntil, type Past } from './past.ts'
import { fillOwnPages } from './own-pages.ts'
import { peopleRows } from './people-rows.ts'
import { proposeToday, refuseSome } from './propose-today.ts'
import { seededRandom, type Random } from './random.ts'
import { sendPastCards } from './send-cards.ts'
import { playStages } from './stages.ts'
import { keepMatches } from './standing.ts'

/** The same network every time. */
const SEED = 'passaparola'

/** Writes the demo network, two years of it up to now. @returns a line that says what was made. */
export async function writeNetwork(tx: Tx): Promise<string> {
  const past = pastUntil(now())
  const random = seededRandom(SEED)
  const network = makeNetwork(past, random)
  await writeEmployers(tx, network, past)
  const { groups, members } = groupRows(network.firms, past, random.branch('groups'))
  await insertAll(tx, companyGroups, groups)
  await insertAll(tx, companyGroupMembers, members)
  await writePeople(tx, network, past, random.branch('sealed'))

  const facts = await factsOf(tx, network)
  const searching = network.current.filter(
    ({ state, matching }) => state === 'active' && matching === 'given',
  )
  const cardParts = { ...network, facts, people: searching }
  const planned = planCards(cardParts, past, random.branch('cards'))
  const answers = await sendPastCards(tx, planned, past, random.branch('sent'))
  const waiting = await proposeToday(tx, cardParts, past, random.branch('today'))
  await refuseSome(tx, cardParts, past, random.branch('refusals'))
  await playStages(tx, cardParts, past, random.branch('stages'))
  await fillOwnPages(tx, cardParts, past, random.branch('own-pages'))

  await insertAll(tx, trustEvents, trustRows([...network.happenings, ...answers], random.branch('trust')))
  const firmIds = network.firms.map(({ id }) => id)
  await keepScores(tx, firmIds, past.start)
  await insertAll(tx, followUps, tasksByHand(network.firms, network.staff, past, random.branch('tasks')))
  await planFollowUps(tx, network.firms, past)
  await insertAll(
    tx,
    followUps,
    verificationTasks(network.firms, network.staff, past, random.branch('verifications')),
  )
  // What is overdue tells where a relationship is heading.
  await keepScores(tx, firmIds, past.start)
  await keepMatches(tx, past)
  const { organisations: bodies, firms, people, interactions: talks } = network
  return `${bodies.length} organisations, ${firms.length} companies, ${network.openings.length} openings, ${people.length} people, ${network.placements.length} placements, ${talks.length} contacts, ${waiting} cards waiting`
}

async function writeEmployers(tx: Tx, network: Network, past: Past): Promise<void> {
  const { firms, staff, ladder } = network
  const begun = atLocal(past.ago(745), '09:00')
  await insertAll(
    tx,
    organisations,
    network.organisations.map(({ row }) => row),
  )
  const ofFirms = firms.flatMap(({ user }) => user ?? [])
  await insertAll(tx, users, [...(await staffRows(staff, begun)), ...ofFirms])
  const lastContact = lastContacts(network)
  await insertAll(
    tx,
    companies,
    firms.map(({ row, id }) => ({
      ...row,
      stage: ladder.stageOf.get(id) ?? 'new',
      lastContactAt: lastContact.get(id) ?? null,
    })),
  )
  await insertAll(
    tx,
    contacts,
    firms.flatMap((firm) => firm.contacts),
  )
  await insertAll(
    tx,
    companyVerifications,
    firms.flatMap((firm) => firm.verifications),
  )
  await insertAll(
    tx,
    openings,
    network.openings.map(({ row }) => row),
  )
  await insertAll(
    tx,
    openingSkills,
    network.openings.flatMap(({ skills }) => skills),
  )
  await insertAll(
    tx,
    openingShifts,
    network.openings.flatMap(({ shifts }) => shifts),
  )
  await insertAll(tx, interactions, network.interactions)
  await insertAll(tx, companyReferrals, network.referrals)
  await insertAll(tx, testimonials, network.testimonials)
  await insertAll(tx, testimonialUses, network.testimonialUses)
  await insertAll(tx, stories, network.stories)
  await insertAll(tx, events, network.events.events)
  await insertAll(tx, eventInvitations, network.events.invitations)
  await insertAll(tx, eventOrganisations, network.events.organisations)
  await insertAll(tx, followUps, network.events.sent)
  await insertAll(tx, stageChanges, ladder.changes)
  await rebuildIndex(tx)
}

async function writePeople(tx: Tx, { people, firms, ...network }: Network, past: Past, random: Random) {
  const rows = peopleRows(people, firms, past, random)
  await insertAll(tx, candidates, rows.candidates)
  await insertAll(tx, candidateKeys, rows.keys)
  await insertAll(tx, profiles, rows.profiles)
  await insertAll(tx, consents, rows.consents)
  await insertAll(tx, candidateExclusions, rows.exclusions)
  await insertAll(
    tx,
    placements,
    network.placements.map(({ row }) => row),
  )
}

/** When somebody of a company was last really reached. */
function lastContacts({ interactions: talks }: Network): Map<CompanyId, Date> {
  const last = new Map<CompanyId, Date>()
  for (const { companyId, outcome, occurredAt } of talks) {
    const known = last.get(companyId)
    if (outcome !== 'no_answer' && (!known || occurredAt > known)) last.set(companyId, occurredAt)
  }
  return last
}

/** The facts of a match, read back from the rows that the engine reads. */
async function factsOf(tx: Tx, network: Network): Promise<Matchables> {
  const ids = network.current.map(({ id }) => id)
  const rows = await tx.select().from(profiles).where(inArray(profiles.candidateId, ids))
  const avoided = await tx
    .select()
    .from(candidateExclusions)
    .where(inArray(candidateExclusions.candidateId, ids))
  const exclusions = new Map<string, Exclusion[]>()
  for (const { candidateId, kind, value } of avoided) {
    exclusions.set(candidateId, [...(exclusions.get(candidateId) ?? []), { kind, value }])
  }
  const complete = await tx.select({ id: openings.id }).from(openings).where(eq(openings.stepsDone, 4))
  const found = await loadMatchOpenings(
    tx,
    complete.map(({ id }) => id),
  )
  return matchables(
    new Map(rows.map((row) => [row.candidateId, row])),
    exclusions,
    new Map(found.map((opening) => [opening.openingId, opening])),
  )
}
