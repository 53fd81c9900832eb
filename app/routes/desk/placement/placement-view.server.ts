import { getZodConstraint } from '@conform-to/zod/v4'
import { localDate } from '#app/domain/calendar/rome.ts'
import { endPlacementSchema } from '#app/domain/placements/end-placement.schema.server.ts'
import { loadPlacement } from '#app/domain/placements/load-placement.server.ts'
import { recordPlacementSchema } from '#app/domain/placements/record-placement.schema.server.ts'
import { recordReportSchema } from '#app/domain/placements/record-report.schema.server.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { formatDate } from '#app/web/format.ts'
import { newFormKey } from '#app/web/form-key.server.ts'

/** The page of a placement: the form that begins it, then what it is, then the form that ends it. */
export async function placementView({ tx, id }: Call & { tx: Tx }) {
  const today = localDate(now())
  const { placement, ...loaded } = await loadPlacement(tx, id<CardId>('cardId'))
  return {
    ...loaded,
    placement: placement && {
      ...placement,
      agreed: placement.state === 'active' && placement.startsOn > today,
      firstDay: placement.startsOn,
      startsOn: formatDate(placement.startsOn),
      endsOn: placement.endsOn && formatDate(placement.endsOn),
      hireTalkAt: placement.hireTalkAt && formatDate(placement.hireTalkAt),
      reports: placement.reports.map(({ at, ...report }) => ({ ...report, date: formatDate(at) })),
    },
    today,
    constraints: {
      start: getZodConstraint(recordPlacementSchema),
      end: getZodConstraint(endPlacementSchema),
      report: getZodConstraint(recordReportSchema),
    },
    formKey: newFormKey(),
    talkKey: newFormKey(),
    reportKey: newFormKey(),
  }
}

export type PlacementView = Awaited<ReturnType<typeof placementView>>
