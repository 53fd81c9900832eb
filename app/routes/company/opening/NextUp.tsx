import type { OpeningView } from '#app/domain/openings/opening-view.ts'
import { m } from '#app/locales/generated/messages.js'
import { Notice } from '#app/ui/Notice.tsx'
import { formatDate } from '#app/web/format.ts'

type NextUpProps = {
  opening: Pick<OpeningView, 'state' | 'companyVerification' | 'postedAt' | 'closedAt'>
  closeReason: string | null
}

/** What happens now with a posted opening, in one or two sentences. */
export function NextUp({ opening, closeReason }: NextUpProps) {
  const { state, companyVerification, postedAt, closedAt } = opening
  if (state === 'open' && companyVerification === 'verified')
    return (
      <Notice tone="info" title={m.openings_now_open_title({ date: formatDate(postedAt ?? '') })}>
        {m.openings_now_open()}
      </Notice>
    )
  if (state === 'paused')
    return (
      <Notice tone="info" title={m.openings_now_paused_title()}>
        {m.openings_now_paused()}
      </Notice>
    )
  if (state === 'closed')
    return (
      <Notice tone="info" title={m.openings_now_closed_title({ date: formatDate(closedAt ?? '') })}>
        {closeReason ? `${closeReason}. ` : ''}
        {m.openings_now_closed()}
      </Notice>
    )
  return null
}
