import { and, desc, gte, inArray, eq, isNull } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { playbookVersions } from '#db/schema/playbooks.ts'
import { trustEvents } from '#db/schema/trust.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { DAY } from '../shared/durations.ts'
import type { CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { TrustKind } from '../trust/event-kinds.ts'
import type { Occasion, PlaybookStage } from './occasions.ts'

/** What coordinators wrote, in both languages. */
export type Written = { it: string; en: string; version: number }

/** By `occasion:stage`; where nothing was written, the default is in force. */
export type PlaybooksInForce = ReadonlyMap<string, Written>

export const playbookKey = (occasion: Occasion, stage: PlaybookStage): string => `${occasion}:${stage}`

/** The newest version of every playbook that coordinators have written. */
export async function playbooksInForce(tx: Tx): Promise<PlaybooksInForce> {
  actingStaff(tx, 'follow_up.act')
  const rows = await tx
    .selectDistinctOn([playbookVersions.occasion, playbookVersions.stage])
    .from(playbookVersions)
    .orderBy(playbookVersions.occasion, playbookVersions.stage, desc(playbookVersions.version))
  return new Map(
    rows.map(({ occasion, stage, textIt: it, textEn: en, version }) => [
      `${occasion}:${stage}`,
      { it, en, version },
    ]),
  )
}

/** A failed placement is what a talk is about for so long. */
const LATELY = 60 * DAY
const FAILED: TrustKind[] = ['ended_early_by_company', 'feedback_poor']

/** The companies where a placement has failed lately. Known by the trust events that it left: no person is read. */
export async function failedLately(tx: Tx, companyIds: readonly CompanyId[]): Promise<Set<CompanyId>> {
  if (companyIds.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ companyId: trustEvents.companyId })
    .from(trustEvents)
    .where(
      and(
        inArray(trustEvents.companyId, [...companyIds]),
        inArray(trustEvents.kind, FAILED),
        isNull(trustEvents.withdrawnAt),
        gte(trustEvents.occurredAt, new Date(+now() - LATELY)),
      ),
    )
  return new Set(rows.map(({ companyId }) => companyId))
}

/** All versions of one playbook, the newest first. */
export async function playbookHistory(tx: Tx, occasion: Occasion, stage: PlaybookStage) {
  actingStaff(tx, 'follow_up.act')
  return tx
    .select()
    .from(playbookVersions)
    .where(and(eq(playbookVersions.occasion, occasion), eq(playbookVersions.stage, stage)))
    .orderBy(desc(playbookVersions.version))
}
