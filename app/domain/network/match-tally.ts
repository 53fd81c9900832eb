import { evaluate, nearMiss, type Constraint, type Verdict } from '../matching/constraints.ts'
import type { IsoDate, MatchOpening, MatchProfile } from '../matching/types.ts'
import type { Area } from '../places/areas.ts'
import { advised, advices, type Advice, type AdviceCount } from './advice.ts'

/** The sector of people who have named none. */
export const UNSTATED = 'unstated'

/** Somebody or something that is counted: where, in which sectors, whether nothing fits, and what alone stands between. */
type Counted = { area: Area | null; sectors: readonly string[]; unmet: boolean; blocking: Set<Constraint> }

export type SnapshotCount = {
  side: 'demand' | 'supply'
  dimension: 'network' | 'area' | 'sector'
  key: string
  measure: string
  count: number
}

type Tallied = { opening: MatchOpening; counted: Counted; edited: Map<Advice, MatchOpening> }

/** An advice changes one constraint, or the start and with it the permit: whom more keeps out stays out. */
const LIFTED = 2
const never: readonly Constraint[] = ['aim', 'demands', 'exclusion']

const mayBeHelped = (blocked: readonly Verdict[]): boolean =>
  blocked.length <= LIFTED && !blocked.some(({ constraint }) => never.includes(constraint))

/**
 * Counts unmet demand (openings that nobody's life admits) and unmet supply (people whom no opening admits), each with the
 * constraints that alone stand between, and what general advice would bring: person after person, so that a network of
 * any size needs no more room than its openings.
 */
export class MatchTally {
  private readonly openings: Tallied[]
  private readonly supply = new SideCounts('supply')
  private readonly advice = new Map<Advice, AdviceCount>()

  constructor(
    openings: readonly { opening: MatchOpening; area: Area | null }[],
    private readonly today: IsoDate,
  ) {
    this.openings = openings.map(({ opening, area }) => ({
      opening,
      counted: { area, sectors: [opening.sector], unmet: true, blocking: new Set() },
      edited: new Map(
        advices.flatMap((advice) => {
          const edited = advised(opening, advice)
          return edited ? [[advice, edited]] : []
        }),
      ),
    }))
    for (const advice of advices) {
      const changed = this.openings.filter(({ edited }) => edited.has(advice))
      const companies = new Set(changed.map(({ opening }) => opening.companyId))
      this.advice.set(advice, {
        ...{ openings: changed.length, companies: companies.size },
        ...{ fitting: 0, gained: 0, people: 0 },
      })
    }
  }

  /** Counts one person in. */
  add(profile: MatchProfile, area: Area | null): void {
    const sectors = profile.preferredSectors.length > 0 ? profile.preferredSectors : [UNSTATED]
    const person: Counted = { area, sectors, unmet: true, blocking: new Set() }
    const helped = new Set<Advice>()
    for (const { opening, counted, edited } of this.openings) {
      const verdicts = evaluate(opening, profile, this.today)
      const blocked = verdicts.filter(({ met }) => !met)
      if (blocked.length === 0) {
        person.unmet = counted.unmet = false
        for (const advice of edited.keys()) this.count(advice, 'fitting')
        continue
      }
      const missed = nearMiss(verdicts)
      if (missed) for (const side of [person, counted]) side.blocking.add(missed.constraint)
      if (!mayBeHelped(blocked)) continue
      for (const [advice, changed] of edited) {
        if (!evaluate(changed, profile, this.today).every(({ met }) => met)) continue
        this.count(advice, 'gained')
        helped.add(advice)
      }
    }
    for (const advice of helped) this.count(advice, 'people')
    this.supply.add(person)
  }

  private count(advice: Advice, what: 'fitting' | 'gained' | 'people'): void {
    const counts = this.advice.get(advice)
    if (counts) counts[what] += 1
  }

  /** What each advice would bring. */
  get advised(): ReadonlyMap<Advice, AdviceCount> {
    return this.advice
  }

  /** Every count above zero; those of the whole network always. */
  get counts(): SnapshotCount[] {
    const demand = new SideCounts('demand')
    for (const { counted } of this.openings) demand.add(counted)
    return [...demand.all, ...this.supply.all]
  }
}

const measuresOf = ({ unmet, blocking }: Counted): string[] =>
  unmet ? ['all', 'unmet', ...blocking] : ['all']

class SideCounts {
  private readonly counts = new Map<string, SnapshotCount>()

  constructor(private readonly side: SnapshotCount['side']) {
    for (const measure of ['all', 'unmet']) this.count('network', 'all', measure, 0)
  }

  add(one: Counted): void {
    for (const measure of measuresOf(one)) {
      this.count('network', 'all', measure)
      if (one.area) this.count('area', one.area, measure)
      for (const sector of one.sectors) this.count('sector', sector, measure)
    }
  }

  get all(): SnapshotCount[] {
    return [...this.counts.values()]
  }

  private count(dimension: SnapshotCount['dimension'], key: string, measure: string, more = 1): void {
    const name = `${dimension} ${key} ${measure}`
    const former = this.counts.get(name)?.count ?? 0
    this.counts.set(name, { side: this.side, dimension, key, measure, count: former + more })
  }
}
