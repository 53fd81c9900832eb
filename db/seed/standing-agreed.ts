import { MINUTE } from '#app/domain/shared/durations.ts'
import type { Happening } from './chronicle.ts'
import { pausedUntil, type Firm } from './companies.ts'
import type { Past } from './past.ts'

const REASONS = {
  paused: 'Linea ferma fino alla ripresa: ci risentiamo quando riparte la produzione.',
  do_not_contact: 'Ha chiesto il titolare: per ora niente telefonate e niente messaggi.',
} as const

/** A pause, or the wish not to be contacted, is said in the last talk there was. */
export function standingsAgreed(
  firms: readonly Firm[],
  talks: readonly Happening[],
  past: Past,
): Happening[] {
  return firms.flatMap(({ id: companyId, entry: { standing: to }, lead, enteredAt }) => {
    if (!to) return []
    const own = talks.filter((talk) => talk.companyId === companyId)
    const last = own.reduce((latest, { at }) => (at > latest ? at : latest), enteredAt)
    const until = to === 'paused' ? pausedUntil(past) : null
    const said = { to, until, reason: REASONS[to] }
    return [{ companyId, at: new Date(+last + MINUTE), authorId: lead?.userId ?? null, standing: said }]
  })
}
