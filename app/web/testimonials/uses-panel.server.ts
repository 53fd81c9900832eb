import {
  eventsToName,
  listUses,
  readTestimonial,
  type TestimonialUse,
} from '#app/domain/testimonials/list-uses.server.ts'
import { logUseSchema, takeBackUseSchema } from '#app/domain/testimonials/log-use.schema.server.ts'
import { logUse } from '#app/domain/testimonials/log-use.server.ts'
import { usesOf } from '#app/domain/testimonials/scopes.ts'
import { takeBackUse } from '#app/domain/testimonials/take-back-use.server.ts'
import { localDate } from '#app/domain/calendar/rome.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { EventsBase } from '#app/ui/events/event-view.ts'
import type { UseLine } from '#app/ui/testimonials/UseLog.tsx'
import type { UsesPanelData } from '#app/ui/testimonials/UsesPanel.tsx'
import type { ActionCall } from '../define.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { formatDate } from '../format.ts'
import { redirectTo } from '../flash.server.ts'

/** A use as the network's people read it. */
const useLine = (
  { id, kind, usedAt, said, event, takenBack, by, organisation }: TestimonialUse,
  base: EventsBase,
): UseLine => ({
  ...{ id, kind, said, takenBack, on: formatDate(usedAt), undoKey: newFormKey() },
  event: event && { title: event.title, to: `${base}/eventi/${event.id}` },
  by: [by, organisation].filter(Boolean).join(', ') || null,
})

/** What a testimonial's page shows, for whoever notes uses. */
export async function usesPanel(tx: Tx, testimonialId: string, base: EventsBase): Promise<UsesPanelData> {
  const { state, scope, speaks, answeredAt, askedAt, validUntil, through } = await readTestimonial(
    tx,
    testimonialId,
  )
  const named = await eventsToName(tx)
  return {
    ...{ state, scope, speaks, through },
    since: formatDate(answeredAt ?? askedAt),
    until: validUntil && formatDate(validUntil),
    uses: (await listUses(tx, [testimonialId])).map((use) => useLine(use, base)),
    form:
      state === 'accepted'
        ? {
            kinds: [...usesOf(scope)],
            events: named.map(({ id, title, startsAt }) => ({
              value: id as string,
              label: `${title}, ${formatDate(startsAt)}`,
            })),
            today: localDate(now()),
            formKey: newFormKey(),
          }
        : null,
  }
}

/** Notes a use or takes one back, and comes back to the page. */
export async function actOnUses({ tx, intent, parse, url }: ActionCall & { tx: Tx }, testimonialId: string) {
  if (intent === 'take_back') {
    await takeBackUse(tx, testimonialId, parse(takeBackUseSchema).useId)
    return redirectTo(url.pathname, { flash: 'testimonials_use_undone' })
  }
  await logUse(tx, testimonialId, parse(logUseSchema))
  return redirectTo(url.pathname, { flash: 'testimonials_use_saved' })
}
