import { Gauge, register } from 'prom-client'
import { MINUTE, SECOND } from '#app/domain/shared/durations.ts'
import { env } from './env.server.ts'
import { errorFields, log } from './log.server.ts'
import { verifyMailServer } from './mailer.server.ts'
import { pingRedis } from './ping-redis.server.ts'
import { remember } from './remember.ts'
import { searchWorks } from './search.server.ts'
import { queueTablesExist, readVitalSigns, type VitalSigns } from './vital-signs.server.ts'

export type Condition = 'ok' | 'degraded' | 'down'

export type HealthReport = {
  status: Condition
  checks: Record<'database' | 'queue' | 'search' | 'mail' | 'worker' | 'audit', Condition>
}

const WORKER_SILENT_AFTER = MINUTE / SECOND
/** The audit's heads are written every minute: the file can't be written, or the clock is wrong. */
const ANCHOR_LATE_AFTER = (10 * MINUTE) / SECOND

const signs = remember(2 * SECOND, readVitalSigns)

/** Speaking to the mail server costs it a connection: not at every call. */
const mailWorks = remember(30 * SECOND, verifyMailServer)

const queueWorks = remember(2 * SECOND, async () => {
  const { REDIS_URL } = env()
  return REDIS_URL ? pingRedis(REDIS_URL) : queueTablesExist()
})

/** It is asked without a query, so that its circuit closes again even when nobody searches. */
const searchAnswers = remember(2 * SECOND, searchWorks)

const condition = (works: boolean): Condition => (works ? 'ok' : 'degraded')

async function look(): Promise<HealthReport> {
  let found: VitalSigns
  try {
    found = await signs()
  } catch (error) {
    log.error({ check: 'database', ...errorFields(error) }, 'database does not answer')
    const unknown = 'degraded' as const
    return {
      status: 'down',
      checks: {
        database: 'down',
        queue: unknown,
        search: unknown,
        mail: unknown,
        worker: unknown,
        audit: unknown,
      },
    }
  }
  const alive = found.workerSilence !== null && found.workerSilence < WORKER_SILENT_AFTER
  const checks: HealthReport['checks'] = {
    database: 'ok',
    queue: condition(await queueWorks().catch(() => false)),
    search: condition(await searchAnswers()),
    mail: condition(await mailWorks()),
    worker: condition(alive),
    // While no worker is alive nobody anchors, and that is said already.
    audit: condition(found.auditBroken === 0 && (!alive || found.anchorAge < ANCHOR_LATE_AFTER)),
  }
  const well = Object.values(checks).every((check) => check === 'ok')
  return { status: well ? 'ok' : 'degraded', checks }
}

/**
 * How the whole is, for whoever watches it. Without the database there is no service; without anything else pages are
 * read and forms are kept, and what follows from them waits.
 */
export const healthReport: () => Promise<HealthReport> = remember(2 * SECOND, look)

/** Message keys of what people should know: that something waits, and that nothing is lost. */
export async function degradedNotices(): Promise<string[]> {
  const { checks } = await healthReport()
  const notices: string[] = []
  if (checks.worker !== 'ok' || checks.queue !== 'ok') notices.push('mail_banner_work_waiting')
  if (checks.mail !== 'ok') notices.push('mail_banner_mail_waiting')
  if (checks.search !== 'ok') notices.push('mail_banner_search_slow')
  return notices
}

const gauges: [name: string, help: string, read: (found: VitalSigns) => number][] = [
  [
    'outbox_oldest_age_seconds',
    'Time that the oldest event has been due without being done',
    (s) => s.outboxAge,
  ],
  ['outbox_waiting', 'Events that wait for the queue', (s) => s.outboxWaiting],
  ['queue_depth', 'Events in the queue or in a worker', (s) => s.queued],
  ['outbox_dead', 'Events given up, waiting for a person', (s) => s.dead],
  ['mails_waiting', 'Mails not yet sent', (s) => s.mailsWaiting],
  ['mails_uncertain', 'Mails of which nobody knows whether they left', (s) => s.mailsUncertain],
  [
    'follow_ups_oldest_due_seconds',
    'Time that the oldest message has been due; by night it may wait for office hours',
    (s) => s.followUpLateness,
  ],
  ['follow_ups_messages_due', 'Automatic messages due and not yet under way', (s) => s.messagesDue],
  ['follow_ups_tasks_due', 'Tasks whose day has come', (s) => s.tasksDue],
  ['follow_ups_tasks_late', 'Tasks due for more than a day', (s) => s.tasksLate],
  [
    'follow_ups_messages_sent_24h',
    'Automatic messages due in the last 24 hours that left',
    (s) => s.messagesSent,
  ],
  [
    'follow_ups_messages_cancelled_24h',
    'Automatic messages due in the last 24 hours that lost their reason',
    (s) => s.messagesCancelled,
  ],
  ['audit_broken', 'Whether the last check found an audit chain broken', (s) => s.auditBroken],
  ['audit_anchor_age_seconds', 'Time since the audit was last anchored', (s) => s.anchorAge],
  ['mails_received_24h', 'Mails that came in within the last 24 hours', (s) => s.mailsReceived],
  [
    'worker_silence_seconds',
    'Time since a worker was last alive',
    (s) => s.workerSilence ?? Number.POSITIVE_INFINITY,
  ],
]

// Read when they are asked for. The module is loaded twice in the web process, by the server and by the build.
for (const [name, help, read] of gauges) {
  if (register.getSingleMetric(name)) continue
  new Gauge({
    name,
    help,
    async collect() {
      await signs().then(
        (found) => this.set(read(found)),
        () => this.reset(),
      )
    },
  })
}
