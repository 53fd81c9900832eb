import type { CompanyId, UserId } from '#app/domain/shared/ids.ts'
import type { TrustKind } from '#app/domain/trust/event-kinds.ts'
import { stageFromFact, type StageFact, type TrustStage } from '#app/domain/trust/stages.ts'
import type { stageChanges, trustEvents } from '#db/schema/trust.ts'
import type { Random } from './random.ts'

/** Something that happened with a company: what it proves of the relationship, what it counts for, who recorded it. */
export type Happening = {
  companyId: CompanyId
  at: Date
  authorId: UserId | null
  fact?: StageFact | null
  trust?: { kind: TrustKind; causeType: string; causeId: string }
  /** A person's word, that moves the company where no fact did. */
  byHand?: { to: TrustStage; reason: string }
  /** What was agreed beside the ladder, on an unchanged rung. */
  standing?: { to: 'paused' | 'do_not_contact'; until: Date | null; reason: string }
}

/** The events that count in the score. */
export const trustRows = (
  happenings: readonly Happening[],
  random: Random,
): (typeof trustEvents.$inferInsert)[] =>
  happenings.flatMap(({ companyId, at, authorId, trust }) =>
    trust
      ? [{ id: random.uuid<string>(), companyId, ...trust, authorId, occurredAt: at, createdAt: at }]
      : [],
  )

/** Every step on the ladder that follows from what happened, in its order, and where each company stands after it. */
export function climb(
  happenings: readonly Happening[],
  random: Random,
): { changes: (typeof stageChanges.$inferInsert)[]; stageOf: Map<CompanyId, TrustStage> } {
  const changes: (typeof stageChanges.$inferInsert)[] = []
  const stageOf = new Map<CompanyId, TrustStage>()
  for (const happening of [...happenings].sort((a, b) => +a.at - +b.at)) {
    const { companyId, at, authorId, fact, byHand, standing } = happening
    const from = stageOf.get(companyId) ?? 'new'
    if (standing) {
      const { to: cause, ...said } = standing
      const kept = { companyId, fromStage: from, toStage: from, cause, ...said }
      changes.push({ id: random.uuid<string>(), ...kept, authorId, at })
    }
    const to = byHand?.to ?? (fact ? stageFromFact(from, fact) : from)
    if (to === from) continue
    stageOf.set(companyId, to)
    changes.push({
      ...{ id: random.uuid<string>(), companyId, fromStage: from, toStage: to, authorId, at },
      ...{ cause: byHand ? 'person' : (fact ?? 'person'), reason: byHand?.reason ?? '' },
    })
  }
  return { changes, stageOf }
}
