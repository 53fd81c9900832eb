import { and, eq, gt, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { MEETING_SHOWN } from '../disclosure/stage-rules.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CandidateId, CardId, CompanyId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Stages = typeof meetings | typeof contractLinks
type Wanted = { meeting: SQL | undefined; contract: SQL | undefined }
type Standing = { cardId: CardId; companyId: CompanyId }

/** The cards with such a meeting or such a contract, each once, in the order of their ids. */
async function cardsWith(tx: Tx, { meeting, contract }: Wanted): Promise<Standing[]> {
  const of = (stages: Stages) => ({ cardId: stages.cardId, companyId: stages.companyId })
  const [met, linked] = await asOurselves(tx, async () => [
    await tx.select(of(meetings)).from(meetings).where(meeting),
    await tx.select(of(contractLinks)).from(contractLinks).where(contract),
  ])
  const each = new Map([...met, ...linked].map((stage) => [stage.cardId, stage]))
  return [...each.values()].sort((a, b) => a.cardId.localeCompare(b.cardId))
}

const idsOf = (stages: readonly Standing[]): CardId[] => stages.map(({ cardId }) => cardId)

const standing = (tx: Tx, whose: (stages: Stages) => SQL | undefined): Promise<Standing[]> =>
  cardsWith(tx, {
    meeting: and(whose(meetings), isNull(meetings.endedAt)),
    contract: and(whose(contractLinks), isNull(contractLinks.endedAt)),
  })

/** The cards of a person on which a meeting or a contract stands. */
export const stagesOf = (
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<Standing[]> =>
  standing(tx, (stages) => and(eq(stages.orgId, orgId), eq(stages.candidateId, candidateId)))

/** The cards of a company on which one stands, whosever they are. */
export const stagesAt = async (tx: Tx, companyId: CompanyId): Promise<CardId[]> =>
  idsOf(await standing(tx, (stages) => eq(stages.companyId, companyId)))

/** Every card on which one stands. */
export const allStages = async (tx: Tx): Promise<CardId[]> => idsOf(await standing(tx, () => undefined))

/**
 * The cards of a company whose people's names it has read and keeps, or still may read: a meeting's page closes two weeks
 * after it, a meeting that was ended tells no more, and what a contract told stays known.
 */
export async function metByName(tx: Tx, companyId: CompanyId): Promise<Set<CardId>> {
  const readable = gt(meetings.startsAt, new Date(+now() - MEETING_SHOWN))
  const known = await cardsWith(tx, {
    meeting: and(
      eq(meetings.companyId, companyId),
      isNull(meetings.endedAt),
      or(isNotNull(meetings.openedAt), readable),
    ),
    contract: and(
      eq(contractLinks.companyId, companyId),
      or(isNull(contractLinks.endedAt), gt(contractLinks.opens, 0)),
    ),
  })
  return new Set(idsOf(known))
}
