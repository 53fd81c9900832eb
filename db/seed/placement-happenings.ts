import { atLocal } from '#app/domain/calendar/rome.ts'
import { CLOSES_AT, OPENS_AT } from '#app/domain/calendar/working-calendar.ts'
import { trustKindsOf, type PlacementOutcome } from '#app/domain/placements/outcomes.ts'
import { DAY } from '#app/domain/shared/durations.ts'
import type { TrustKind } from '#app/domain/trust/event-kinds.ts'
import type { Happening } from './chronicle.ts'
import type { Past } from './past.ts'
import type { Placement } from './placements.ts'
import type { Random } from './random.ts'

/** How it ended; null while it goes on. A job goes on for all that the network knows. */
function outcomeOf({ state, becameHire }: Placement, draw: Random): PlacementOutcome | null {
  switch (state) {
    case 'active':
      return null
    case 'completed':
      return becameHire ? 'became_hire' : 'completed'
    case 'ended_early':
      return draw.pick(['ended_by_company', 'ended_otherwise', 'ended_otherwise'])
    default:
      return state satisfies never
  }
}

/** What placements say of their company: that it hosted, hired, kept its word. */
export function placementHappenings(
  placements: readonly Placement[],
  past: Past,
  random: Random,
): Happening[] {
  return placements.flatMap((placement): Happening[] => {
    const draw = random.branch(placement.id)
    const { id, firm, person, kind, startsOn, endsOn } = placement
    const own = { companyId: firm.id, authorId: person.caseManager.userId }
    const because = (trustKind: TrustKind) => ({
      trust: { kind: trustKind, causeType: 'placement', causeId: id },
    })
    const began = atLocal(startsOn, OPENS_AT)
    const beginning: Happening[] = [
      {
        ...own,
        at: began,
        fact: kind === 'job' ? 'hired' : 'placement_began',
        ...because('placement_begun'),
      },
    ]
    const outcome = outcomeOf(placement, draw)
    if (!outcome || !endsOn) return beginning
    const ended = atLocal(endsOn, CLOSES_AT)
    const end = trustKindsOf[outcome].map((each): Happening => ({ ...own, at: ended, ...because(each) }))
    if (outcome === 'became_hire') end.push({ ...own, at: ended, fact: 'hired' })
    const asked = new Date(+ended - draw.int(5, 20) * DAY)
    const feedback = draw.weighted<TrustKind | null>([
      ['feedback_good', outcome === 'ended_by_company' ? 0 : 5],
      ['feedback_poor', outcome === 'ended_by_company' ? 3 : 1],
      [null, 4],
    ])
    if (feedback && asked < past.start) end.push({ ...own, at: asked, ...because(feedback) })
    return [...beginning, ...end]
  })
}
