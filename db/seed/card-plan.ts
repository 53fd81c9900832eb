import type { CardAttribute } from '#app/domain/disclosure/card-attributes.ts'
import type { ProfileRow } from '#app/domain/candidates/to-match-profile.server.ts'
import { toMatchProfile } from '#app/domain/candidates/to-match-profile.server.ts'
import { addDays, daysBetween, localDate } from '#app/domain/calendar/rome.ts'
import { evaluate, type Constraint } from '#app/domain/matching/constraints.ts'
import { score } from '#app/domain/matching/score.ts'
import type { Exclusion, MatchOpening, MatchProfile } from '#app/domain/matching/types.ts'
import type { NotNowReason } from '#app/domain/proposals/not-now-reasons.ts'
import type { Opening } from './openings.ts'
import { momentAfter, type Past } from './past.ts'
import type { Person } from './people.ts'
import type { Placement } from './placements.ts'
import type { Random } from './random.ts'

/**
 * How much a card tells a company: first of how many different things it speaks, then how many it names. Whoever has
 * several people to choose from sends the card that says most.
 */
export const sayingOf = (card: readonly CardAttribute[]): number =>
  10 * new Set(card.map(({ attribute }) => attribute)).size + card.length

/** How a company took a card. */
export type Fate = { kind: 'interested' | 'talk' | 'expired' } | { kind: 'not_now'; reason: NotNowReason }

/** A card that is to be sent on a day of the past, and to whom it may be about, the likeliest first. */
export type PlannedCard = { opening: Opening; sentAt: Date; fate: Fate; people: readonly Person[] }

/** A person and an opening as a match reads them. */
export type Matchables = {
  profileOf: (person: Person) => MatchProfile
  openingOf: (opening: Opening) => MatchOpening
}

/** Reads the facts once for each; `rows` are the profiles as the database has them. */
export function matchables(
  rows: ReadonlyMap<string, ProfileRow>,
  exclusions: ReadonlyMap<string, Exclusion[]>,
  openings: ReadonlyMap<string, MatchOpening>,
): Matchables {
  return {
    profileOf: ({ id }) => {
      const row = rows.get(id)
      if (!row) throw new Error('a person has no profile')
      return toMatchProfile(row, exclusions.get(id) ?? [])
    },
    openingOf: ({ id, entry }) => {
      const opening = openings.get(id)
      if (!opening) throw new Error(`${entry.title} is not complete`)
      return opening
    },
  }
}

/** What depends on today, and says nothing about a day long past. */
const OF_TODAY: readonly Constraint[] = ['start', 'permit']

/** Whether the opening would have admitted her when it was new; today's dates are left out for what is over. */
function admitted(
  opening: Opening,
  person: Person,
  { profileOf, openingOf }: Matchables,
  past: Past,
): boolean {
  const over = opening.entry.state !== 'open'
  return evaluate(openingOf(opening), profileOf(person), past.today).every(
    ({ constraint, met }) => met || (over && OF_TODAY.includes(constraint)),
  )
}

/**
 * Whom a case manager would put forward: those whom the opening admits, the best first. A little chance keeps the same few
 * from being first everywhere.
 */
export function fittingFor(
  opening: Opening,
  people: readonly Person[],
  facts: Matchables,
  past: Past,
  draw: Random,
): Person[] {
  const asked = facts.openingOf(opening)
  return people
    .filter((person) => admitted(opening, person, facts, past))
    .map((person) => ({
      person,
      points: score(asked, facts.profileOf(person), past.today).total + draw.int(0, 12),
    }))
    .sort((a, b) => b.points - a.points)
    .map(({ person }) => person)
}

const notNow = (reason: NotNowReason): Fate => ({ kind: 'not_now', reason })

/** How the cards of an opening were taken, by how it stands. */
function fatesOf({ entry }: Opening, draw: Random): Fate[] {
  const reason = () => notNow(draw.pick(['hours', 'skills', 'language', 'start_later', 'other_choice']))
  if (entry.closeReason === 'filled_by_network') {
    return [{ kind: 'interested' }, notNow('other_choice'), notNow('role_filled')]
  }
  if (entry.state === 'closed') {
    return [
      draw.chance(0.5) ? { kind: 'expired' } : { kind: 'talk' },
      notNow(draw.pick(['budget', 'role_filled', 'hours'])),
    ]
  }
  if (entry.state === 'paused') return [notNow(draw.pick(['season', 'start_later'])), { kind: 'talk' }]
  if ((entry.postedAgo ?? 0) < 7) return []
  return draw.chance(0.35)
    ? [{ kind: 'interested' }, reason()]
    : [draw.chance(0.4) ? { kind: 'talk' } : reason()]
}

/** The cards of two years, in the order in which they were sent. */
export function planCards(
  parts: {
    openings: readonly Opening[]
    people: readonly Person[]
    placements: readonly Placement[]
    facts: Matchables
  },
  past: Past,
  random: Random,
): PlannedCard[] {
  const { openings, people, placements, facts } = parts
  const cards = openings
    .filter(({ postedAt, firm }) => postedAt && firm.row.verification === 'verified')
    .flatMap((opening) => {
      const draw = random.branch(opening.id)
      const posted = opening.postedAt ?? past.start
      const fitting = fittingFor(opening, people, facts, past, draw)
      const placed = placements.find(({ openingId }) => openingId === opening.id)?.person
      const latest =
        opening.entry.state === 'open' ? past.ago(1) : addDays(localDate(opening.closedAt ?? past.start), -6)
      return fatesOf(opening, draw).map((fate, at): PlannedCard => {
        const days = Math.min(draw.int(2, 6) + at, Math.max(1, daysBetween(localDate(posted), latest)))
        const sentAt = momentAfter(past, posted, days, draw)
        // Whoever was placed from this opening is the one whom the company wanted to meet.
        const chosen = at === 0 && placed ? [placed] : fitting.filter(({ takenOnAt }) => +takenOnAt < +sentAt)
        return { opening, sentAt, fate, people: chosen }
      })
    })
  return cards.sort((a, b) => +a.sentAt - +b.sentAt)
}
