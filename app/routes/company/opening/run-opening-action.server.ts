import { closeOpeningSchema } from '#app/domain/openings/close-opening.schema.server.ts'
import { closeOpening } from '#app/domain/openings/close-opening.server.ts'
import { discardDraft } from '#app/domain/openings/discard-draft.server.ts'
import { duplicateOpening } from '#app/domain/openings/duplicate-opening.server.ts'
import { moveOpeningSchema } from '#app/domain/openings/move-opening.schema.server.ts'
import { pauseOpening } from '#app/domain/openings/pause-opening.server.ts'
import { postOpening } from '#app/domain/openings/post-opening.server.ts'
import { resumeOpening } from '#app/domain/openings/resume-opening.server.ts'
import { notFound } from '#app/domain/shared/errors.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { ActionCall, FormAnswer } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'

/** Does what the button pressed on an opening's page says. */
export async function runOpeningAction(call: ActionCall & { tx: Tx }): Promise<Response | FormAnswer> {
  const { tx, intent, parse } = call
  const id = call.id<OpeningId>('id')
  const page = `/azienda/opportunita/${id}`
  if (intent === 'close') {
    const { version, reason } = parse(closeOpeningSchema)
    await closeOpening(tx, id, version, reason)
    return redirectTo(page, { flash: 'openings_closed' })
  }
  const { version } = parse(moveOpeningSchema)
  switch (intent) {
    case 'post':
      await postOpening(tx, id, version)
      return redirectTo(page, { flash: 'openings_posted' })
    case 'pause':
      await pauseOpening(tx, id, version)
      return redirectTo(page, { flash: 'openings_paused' })
    case 'resume':
      await resumeOpening(tx, id, version)
      return redirectTo(page, { flash: 'openings_resumed' })
    case 'duplicate':
      return redirectTo(`/azienda/opportunita/${await duplicateOpening(tx, id, version)}`, {
        flash: 'openings_duplicated',
      })
    case 'discard':
      await discardDraft(tx, id, version)
      return redirectTo('/azienda/opportunita', { flash: 'openings_discarded' })
    default:
      return notFound()
  }
}
