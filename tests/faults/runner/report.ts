import type { Invariant } from './invariant.ts'
import type { PhaseReport } from './run-phase.ts'

/** A time that must not be exceeded, in ms. */
type Limit = { name: string; value: number; limit: number }

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

const sum = (phases: readonly PhaseReport[], read: (phase: PhaseReport) => number): number =>
  phases.reduce((total, phase) => total + read(phase), 0)

const counts = (all: Record<string, number>[]): string => {
  const merged: Record<string, number> = {}
  for (const one of all)
    for (const [key, value] of Object.entries(one)) merged[key] = (merged[key] ?? 0) + value
  const words = Object.entries(merged).map(([key, value]) => `${key} ${String(value)}`)
  return words.length > 0 ? words.join(', ') : 'none'
}

/** The targets of time: the worst of all phases. */
export function limitsOf(phases: readonly PhaseReport[]): Limit[] {
  const worst = (read: (phase: PhaseReport) => number) => Math.max(0, ...phases.map(read))
  return [
    { name: 'a worker is back after', value: worst(({ back }) => back.worker), limit: 60_000 },
    {
      name: 'when faults end, and nothing waits for its time, all is over after',
      value: worst((phase) => phase.quietAfter),
      limit: 60_000,
    },
    { name: 'the web is back after', value: worst(({ back }) => back.web), limit: 5_000 },
    { name: 'the database is back after', value: worst(({ back }) => back.database), limit: 15_000 },
  ]
}

const hung = (phases: readonly PhaseReport[]): string =>
  phases
    .flatMap(({ history }) => history.faults)
    .filter(({ reading, queueDown, databaseDown }) => reading && queueDown && databaseDown)
    .map(({ path, ms }) => `${path} after ${seconds(ms)}`)
    .join(', ')

/** The table for people, and whether everything held. */
export function reportOf(
  phases: readonly PhaseReport[],
  further: readonly Invariant[],
): { text: string; held: boolean } {
  const lines: string[] = []
  const row = (name: string, value: string) => lines.push(`  ${name.padEnd(56)} ${value}`)
  const all = phases.flatMap(({ history }) => history.operations)
  const outcomes = { ok: 0, unknown: 0, failed: 0 }
  for (const { outcome } of all) outcomes[outcome] += 1
  lines.push('', 'What was done')
  row('operations', `${String(all.length)}: ${counts([outcomes])}`)
  row('killed, stopped and cut at random', counts(phases.map(({ kills }) => kills)))
  row('workers that died at named points', counts(phases.map(({ passed }) => passed)))
  row(
    'workers stopped for 40 s and woken',
    `${String(sum(phases, (phase) => phase.stopped))}, late writes refused ${String(sum(phases, ({ heard }) => heard.lateWrites))}`,
  )
  row('jobs delivered again, the latest first', String(sum(phases, (phase) => phase.again)))
  row('what the mail server did', counts(phases.map(({ manners }) => manners)))
  row(
    'mails',
    `${String(sum(phases, ({ mails }) => mails.sent))} sent, ${String(sum(phases, ({ mails }) => mails.uncertain))} uncertain, ${String(sum(phases, ({ mails }) => mails.secondCopies))} links sent a second time after a doubt`,
  )
  row(
    'the event that waited longest',
    phases
      .map(
        ({ backend, longestWait: { ms, topic, tries } }) =>
          `${backend}: ${topic} ${seconds(ms)}, tries ${String(tries)}`,
      )
      .join('; '),
  )
  row('slowest task about a mail', seconds(Math.max(0, ...phases.map(({ mails }) => mails.slowestTask))))
  row(
    'pages read, of them while the queue was down',
    `${String(sum(phases, ({ history }) => history.pagesRead))}, ${String(sum(phases, ({ history }) => history.readWhileQueueDown))}`,
  )
  row('pages that hung on the database until the queue fell', hung(phases) || 'none')
  row('warnings of our processes', counts(phases.map(({ heard }) => heard.counts)))

  lines.push('', 'Invariants (broken / looked at)')
  let held = true
  const invariants = [
    ...phases.flatMap(({ backend, invariants }) =>
      invariants.map((one) => ({ ...one, where: `queue on ${backend}` })),
    ),
    ...further.map((one) => ({ ...one, where: '' })),
  ]
  const names = [...new Set(invariants.map(({ name }) => name))]
  for (const name of names) {
    const same = invariants.filter((one) => one.name === name)
    const broken = same.reduce((total, one) => total + one.broken, 0)
    const of = same.reduce((total, one) => total + one.of, 0)
    const example = same.find((one) => one.example)
    if (broken > 0) held = false
    row(
      name,
      `${String(broken)} / ${String(of)}${broken > 0 ? `  BROKEN, ${example?.where ?? ''}: ${example?.example ?? ''}` : ''}`,
    )
  }

  lines.push('', 'Times')
  for (const { name, value, limit } of limitsOf(phases)) {
    const met = value <= limit
    if (!met) held = false
    row(name, `${seconds(value)} (limit ${seconds(limit)})${met ? '' : '  MISSED'}`)
  }
  row('Redis answers again after', seconds(Math.max(0, ...phases.map(({ back }) => back.queue))))
  return { text: lines.join('\n'), held }
}
