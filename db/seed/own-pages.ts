import { addMonths, localDate } from '#app/domain/calendar/rome.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { askOnOwnPages } from '#app/domain/visits/ask-on-own-pages.server.ts'
import { candidateRequests } from '#db/schema/visits.ts'
import { fittingFor, type Matchables } from './card-plan.ts'
import { demoAccounts } from './demo-accounts.ts'
import { insertAll } from './insert.ts'
import type { Opening } from './openings.ts'
import { momentOn, type Past } from './past.ts'
import type { Person } from './people.ts'
import { actingAs } from './propose-today.ts'
import type { Random } from './random.ts'

/** Questions that wait on people's own pages today. */
const QUESTIONS = 5
/** Who asked for what of her data, and how many days ago. */
const REQUESTS = [
  { kind: 'copy', days: 6 },
  { kind: 'erasure', days: 24 },
] as const

type Parts = { openings: readonly Opening[]; people: readonly Person[]; facts: Matchables }

/** What waits on people's own pages, and what they have asked there: the demo's case managers find both. */
export async function fillOwnPages(
  tx: Tx,
  { openings, people, facts }: Parts,
  past: Past,
  random: Random,
): Promise<void> {
  const demo = new Set(demoAccounts.map(({ email }) => email))
  const theirs = people.filter(({ caseManager }) => demo.has(caseManager.email))
  await insertAll(
    tx,
    candidateRequests,
    random.some(theirs, REQUESTS.length).map((person, at) => {
      const { kind, days } = REQUESTS[at] ?? REQUESTS[0]
      const askedAt = momentOn(past, past.ago(days), random)
      return {
        ...{ orgId: person.caseManager.orgId, id: random.uuid<string>(), candidateId: person.id },
        ...{ kind, askedAt, dueOn: addMonths(localDate(askedAt), 1) },
      }
    }),
  )
  let asked = 0
  for (const opening of random.shuffle(openings.filter(({ entry }) => entry.state === 'open'))) {
    if (asked === QUESTIONS) break
    const [person] = fittingFor(opening, theirs, facts, past, random.branch(opening.id))
    if (person && (await ask(tx, person, opening))) asked += 1
  }
}

/** Puts the question as her case manager does; where no card may go out, there is none. */
async function ask(tx: Tx, person: Person, opening: Opening): Promise<boolean> {
  const { orgId } = person.caseManager
  const about = { orgId, candidateId: person.id, openingId: opening.id }
  try {
    await actingAs(tx, person.caseManager, () => askOnOwnPages(tx, about))
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
