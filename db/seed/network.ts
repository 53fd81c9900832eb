import { makeCompanies, type Firm } from './companies.ts'
import { climb, type Happening } from './chronicle.ts'
import { makeEvents } from './events.ts'
import { makeInteractions } from './interactions.ts'
import { personCodes, tellApart } from './names.ts'
import { makeOpenings, type Opening } from './openings.ts'
import { makeOrganisations } from './organisations.ts'
import { makeOthersOfThePast } from './past-people.ts'
import { momentOn, type Past } from './past.ts'
import { makeCurrentPeople, settleAnswers } from './people.ts'
import { placementHappenings } from './placement-happenings.ts'
import { placementSlots } from './placement-slots.ts'
import { funnel, makePlacements, type Placement } from './placements.ts'
import type { Random } from './random.ts'
import { fairJob } from './backgrounds.ts'
import { standingsAgreed } from './standing-agreed.ts'
import { makeReferrals, makeStories, makeTestimonials } from './voices.ts'

export type Network = ReturnType<typeof makeNetwork>

/** A rung that somebody took back, because the company changed hands. */
const movedBack = {
  company: 'Carpenterie Ferrodolce',
  daysAgo: 40,
  to: 'contacted',
  reason: 'L’azienda ha cambiato proprietà e interlocutori: si riparte dal primo contatto.',
} as const

/** The whole network as it stands after two years, in memory: who is who, what was posted, what came of it. */
export function makeNetwork(past: Past, random: Random) {
  const { organisations, staff } = makeOrganisations(random.branch('organisations'))
  const firms = makeCompanies({ organisations, staff }, past, random.branch('companies'))
  const openings = makeOpenings(firms, past, random.branch('openings'))

  const codes = personCodes(funnel.takenOn, random.branch('codes'))
  const current = makeCurrentPeople(
    organisations,
    codes.slice(0, fairJob.people),
    past,
    random.branch('people'),
  )
  const slots = placementSlots(openings.flatMap(filled), random.branch('slots'))
  const parts = { firms, organisations, current, slots, codes: codes.slice(fairJob.people) }
  const { placements, former } = makePlacements(parts, past, random.branch('placements'))
  settleAnswers(
    current.filter((person) => !placements.some((placement) => placement.person === person)),
    random.branch('answers'),
  )
  const otherCodes = codes.slice(fairJob.people + former.length)
  const others = makeOthersOfThePast(organisations, otherCodes, past, random.branch('others'))

  const people = [...current, ...former, ...others]
  tellApart(people, random.branch('names'))

  const contacts = makeInteractions(
    { firms, openings, placements, staff },
    past,
    random.branch('interactions'),
  )
  const happenings: Happening[] = [
    ...contacts.happenings,
    ...openings.flatMap(posted),
    ...placementHappenings(placements, past, random.branch('placement happenings')),
    ...movedByHand(firms, past, random.branch('moved back')),
    ...standingsAgreed(firms, contacts.happenings, past),
  ]
  const coordinators = staff.filter(({ role }) => role === 'coordinator')
  const firstContactOf = firstContacts(contacts.happenings)
  const referrals = makeReferrals(firms, firstContactOf, random.branch('referrals'))
  const begunOf = (firm: Firm) => firstBeginning(placements, firm) ?? firm.enteredAt
  const testimonials = makeTestimonials(firms, begunOf, past, random.branch('testimonials'))
  const stories = makeStories(firms, begunOf, coordinators, past, random.branch('stories'))
  happenings.push(...referrals.happenings, ...testimonials.happenings, ...stories.happenings)

  const events = makeEvents({ firms, organisations, staff }, past, random.branch('events'))

  return {
    ...{ organisations, staff, firms, openings, placements, happenings, events },
    ...{ current, people },
    interactions: [...contacts.rows, ...events.interactions],
    ...{ referrals: referrals.rows, testimonials: testimonials.rows, stories: stories.rows },
    testimonialUses: testimonials.uses,
    ladder: climb(happenings, random.branch('ladder')),
  }
}

const filled = ({ id, entry }: Opening) =>
  entry.closeReason === 'filled_by_network' && entry.closedAgo !== undefined
    ? [{ id, company: entry.company, profession: entry.profession, closedAgo: entry.closedAgo }]
    : []

function posted({ id, firm, postedAt }: Opening): Happening[] {
  if (!postedAt) return []
  const own = { companyId: firm.id, at: postedAt, authorId: firm.user?.id as Happening['authorId'] }
  return [
    { ...own, fact: 'opening_posted', trust: { kind: 'opening_posted', causeType: 'opening', causeId: id } },
  ]
}

function movedByHand(firms: readonly Firm[], past: Past, draw: Random): Happening[] {
  const { company, daysAgo, to, reason } = movedBack
  const firm = firms.find(({ entry }) => entry.name === company)
  if (!firm?.lead) throw new Error(`nobody leads ${company}`)
  const at = momentOn(past, past.ago(daysAgo), draw)
  return [{ companyId: firm.id, at, authorId: firm.lead.userId, byHand: { to, reason } }]
}

/** When each company was first reached. */
function firstContacts(contacts: readonly Happening[]): Map<Firm['id'], Date> {
  const first = new Map<Firm['id'], Date>()
  for (const { companyId, at, fact } of contacts) {
    const known = first.get(companyId)
    if (fact && (!known || at < known)) first.set(companyId, at)
  }
  return first
}

function firstBeginning(placements: readonly Placement[], firm: Firm): Date | null {
  const days = placements.filter((each) => each.firm === firm).map(({ startsOn }) => startsOn)
  const first = days.sort()[0]
  return first ? new Date(`${first}T08:00:00Z`) : null
}
