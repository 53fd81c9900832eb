import { agreedSilences, type StandingChange } from '../trust/agreed-silence.ts'

export type PauseFact = { id: string; type: 'company_paused' | 'company_resumed'; at: Date }

/**
 * The pauses of a company and their ends, as facts. `until` is the day that its row keeps: of the last pause, or of when it was
 * opened again. A pause that became "do not contact" is over when that is. The facts of one pause keep their ids whatever comes
 * after it.
 */
export function pauseFacts(changes: readonly StandingChange[], until: Date | null, now: Date): PauseFact[] {
  const silences = agreedSilences(changes)
  const facts = silences.flatMap(({ change, standing, from, until: ownEnd }, index): PauseFact[] => {
    if (standing !== 'paused') return []
    const next = silences[index + 1]
    const closed = next?.standing === 'do_not_contact' && +next.from === Number(ownEnd)
    const end = closed ? next.until : ownEnd
    const begun: PauseFact = { id: change, type: 'company_paused', at: from }
    return end && end <= now
      ? [begun, { id: `resumed:${change}`, type: 'company_resumed', at: end }]
      : [begun]
  })
  if (facts.length > 0 || !until) return facts
  // No pause on record: the state that the row tells of is all there is.
  const known = String(until.getTime())
  return until > now
    ? [{ id: `paused:${known}`, type: 'company_paused', at: now }]
    : [{ id: `resumed:${known}`, type: 'company_resumed', at: until }]
}
