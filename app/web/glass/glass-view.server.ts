import { listGlass, type GlassLine } from '#app/domain/glass/list-glass.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { formatDateTime } from '#app/web/format.ts'
import { text } from '#app/web/text.server.ts'

function lineView({ id, code, organisation, reason, askedBy, askedAt, decidedBy, ...line }: GlassLine) {
  const { state, endsAt, mine, toDecide } = line
  return {
    ...{ id, code, organisation, state, toDecide },
    reason: text(`glass_reason_${reason}`),
    asked: text('glass_asked_by', { name: askedBy ?? '–', at: formatDateTime(askedAt) }),
    decided: decidedBy && text('glass_decided_by', { name: decidedBy }),
    until: endsAt && formatDateTime(endsAt),
    opens: mine && state === 'open',
  }
}

/** The requests in words, those that wait for the reader first. */
export async function glassView(tx: Tx) {
  const lines = (await listGlass(tx)).map(lineView)
  return {
    waiting: lines.filter(({ toDecide }) => toDecide),
    others: lines.filter(({ toDecide }) => !toDecide),
  }
}
