/** What the audit log kept of a company's pauses: when somebody paused it, when somebody opened it again. */
export type PauseAct = { id: string; at: Date; action: 'paused' | 'reopened' }

export type PauseFact = { id: string; type: 'company_paused' | 'company_resumed'; at: Date }

const byTime = (a: PauseAct, b: PauseAct): number => +a.at - +b.at

/**
 * The pauses of a company and their ends, as facts. A pause ends by itself on its day, which only the last one still
 * has (`until`); of one that was followed by another it is enough that it ended, and was counted. The facts of one pause
 * keep their ids whatever comes after it.
 */
export function pauseFacts(acts: readonly PauseAct[], until: Date | null, now: Date): PauseFact[] {
  const facts: PauseFact[] = []
  let paused: PauseAct | null = null
  const end = (at: Date) => {
    if (paused) facts.push({ id: `resumed:${paused.id}`, type: 'company_resumed', at })
    paused = null
  }
  for (const act of acts.toSorted(byTime)) {
    end(act.at)
    if (act.action === 'reopened') continue
    paused = act
    facts.push({ id: act.id, type: 'company_paused', at: act.at })
  }
  if (until && until <= now) end(until)
  if (facts.length > 0 || !until) return facts
  // A record older than the log: the state that it left is all there is.
  const known = String(until.getTime())
  return until > now
    ? [{ id: `paused:${known}`, type: 'company_paused', at: now }]
    : [{ id: `resumed:${known}`, type: 'company_resumed', at: until }]
}
