import { putBackSchema, setAsideSchema } from '#app/domain/match-reviews/set-aside.schema.server.ts'
import { putBack, setAside } from '#app/domain/match-reviews/set-aside.server.ts'
import { askForHelp } from '#app/domain/proposals/ask-for-help.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { CandidateId, OpeningId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { ActionCall } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'

/** The list as it was narrowed, without the explanation that was open. */
function backTo(url: URL): string {
  const params = new URLSearchParams(url.searchParams)
  params.delete('perche')
  return params.size > 0 ? `${url.pathname}?${params.toString()}` : url.pathname
}

/** What can be done on the page of an opening: ask the other organisations, set somebody aside, put her back. */
export async function actOnOpening(call: ActionCall & { tx: Tx }): Promise<Response> {
  const { tx, actor, id, intent, parse, url } = call
  const openingId = id<OpeningId>('id')
  const orgId = ownOrganisation(actor)
  switch (intent) {
    case 'ask-help':
      await askForHelp(tx, openingId)
      return redirectTo(url.pathname, { flash: 'desk_match_help_asked' })
    case 'set-aside': {
      const { candidateId, whyNot } = parse(setAsideSchema)
      await setAside(tx, { orgId, openingId, candidateId: candidateId as CandidateId }, whyNot)
      return redirectTo(backTo(url), { flash: 'reviews_set_aside_done' })
    }
    case 'put-back': {
      const { candidateId } = parse(putBackSchema)
      await putBack(tx, { orgId, openingId, candidateId: candidateId as CandidateId })
      return redirectTo(backTo(url), { flash: 'reviews_put_back_done' })
    }
    default:
      throw new DomainError('invalid', 'invalid')
  }
}
