import { and, eq, gt, isNotNull, isNull, or } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { contractLinks, meetings } from '#db/schema/stages.ts'
import { MEETING_SHOWN } from '../disclosure/stage-rules.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import type { CandidateId, CardId, CompanyId, OrganisationId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

type Standing = { cardId: CardId; companyId: CompanyId }

/** The cards of a person on which a meeting or a contract stands, each once, in the order of their ids. */
export async function standingStages(
  tx: Tx,
  { orgId, candidateId }: { orgId: OrganisationId; candidateId: CandidateId },
): Promise<Standing[]> {
  const [met, linked] = await asOurselves(tx, async () => [
    await tx
      .select({ cardId: meetings.cardId, companyId: meetings.companyId })
      .from(meetings)
      .where(and(eq(meetings.orgId, orgId), eq(meetings.candidateId, candidateId), isNull(meetings.endedAt))),
    await tx
      .select({ cardId: contractLinks.cardId, companyId: contractLinks.companyId })
      .from(contractLinks)
      .where(
        and(
          eq(contractLinks.orgId, orgId),
          eq(contractLinks.candidateId, candidateId),
          isNull(contractLinks.endedAt),
        ),
      ),
  ])
  const each = new Map([...met, ...linked].map((stage) => [stage.cardId, stage]))
  return [...each.values()].sort((a, b) => a.cardId.localeCompare(b.cardId))
}

/** The cards of a company on which a meeting or a contract stands, whosever they are. */
export async function stagesAt(tx: Tx, companyId: CompanyId): Promise<CardId[]> {
  const [met, linked] = await asOurselves(tx, async () => [
    await tx
      .select({ cardId: meetings.cardId })
      .from(meetings)
      .where(and(eq(meetings.companyId, companyId), isNull(meetings.endedAt))),
    await tx
      .select({ cardId: contractLinks.cardId })
      .from(contractLinks)
      .where(and(eq(contractLinks.companyId, companyId), isNull(contractLinks.endedAt))),
  ])
  return [...new Set([...met, ...linked].map(({ cardId }) => cardId))].sort()
}

/** The cards of a company whose people's names it has read or still may: a meeting's page closes two weeks after it. */
export async function metByName(tx: Tx, companyId: CompanyId): Promise<Set<CardId>> {
  const standing = await asOurselves(tx, () =>
    tx
      .select({ cardId: meetings.cardId })
      .from(meetings)
      .where(
        and(
          eq(meetings.companyId, companyId),
          isNull(meetings.endedAt),
          or(isNotNull(meetings.openedAt), gt(meetings.startsAt, new Date(+now() - MEETING_SHOWN))),
        ),
      ),
  )
  return new Set(standing.map(({ cardId }) => cardId))
}
