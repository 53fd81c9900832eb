import { sql } from 'drizzle-orm'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'

/** What the tables say about the work that goes on behind the pages. */
export type VitalSigns = {
  /** Seconds since a worker was last alive, or null when none ever was. */
  workerSilence: number | null
  /** Seconds that the oldest event has been due without being done. */
  outboxAge: number
  outboxWaiting: number
  queued: number
  dead: number
  mailsWaiting: number
  mailsUncertain: number
  /** Seconds that the oldest message has been due, also where it waits for office hours. */
  followUpLateness: number
  /** Automatic messages that are due and have not been handed to the outbox, and tasks whose day has come. */
  messagesDue: number
  tasksDue: number
  /** Tasks that have been due for more than a day. */
  tasksLate: number
  /** Of the messages that came due in the last 24 hours: those that left, and those that lost their reason. */
  messagesSent: number
  messagesCancelled: number
  /** Mails that came in within the last 24 hours. */
  mailsReceived: number
  /** 1 when the last check of the audit found a chain broken. */
  auditBroken: number
  /** Seconds since the audit's heads were last written down outside of the database; 0 before the first time. */
  anchorAge: number
}

type Row = Record<keyof VitalSigns, string | number | null>

/** Reads all of them in one statement, each by an index. @throws when the database does not answer. */
export async function readVitalSigns(): Promise<VitalSigns> {
  const [row] = await withActor(system('health'), (tx) =>
    tx.execute<Row>(sql`
      select
        (select extract(epoch from now() - max(at)) from heartbeats where process like 'worker:%') as "workerSilence",
        (select extract(epoch from now() - min(available_at)) from outbox
          where state in ('pending', 'queued') and available_at <= now()) as "outboxAge",
        (select count(*) from outbox where state = 'pending') as "outboxWaiting",
        (select count(*) from outbox where state = 'queued') as "queued",
        (select count(*) from outbox where state = 'dead') as "dead",
        (select count(*) from mails where state in ('pending', 'sending')) as "mailsWaiting",
        (select count(*) from mails where state = 'uncertain') as "mailsUncertain",
        (select extract(epoch from now() - min(due_at)) from follow_ups
          where state = 'planned' and kind = 'message' and released_at is null and due_at <= now()) as "followUpLateness",
        (select count(*) from follow_ups
          where state = 'planned' and kind = 'message' and released_at is null and due_at <= now()) as "messagesDue",
        (select count(*) from follow_ups where state = 'planned' and kind = 'task' and due_at <= now()) as "tasksDue",
        (select count(*) from follow_ups
          where state = 'planned' and kind = 'task' and due_at <= now() - interval '1 day') as "tasksLate",
        (select count(*) from follow_ups where state = 'done' and kind = 'message'
          and due_at between now() - interval '1 day' and now()) as "messagesSent",
        (select count(*) from follow_ups where state = 'cancelled' and kind = 'message'
          and due_at between now() - interval '1 day' and now()) as "messagesCancelled",
        (select count(*) from inbound_mails where received_at > now() - interval '1 day') as "mailsReceived",
        (select count(fault) from audit_state) as "auditBroken",
        (select extract(epoch from now() - anchored_at) from audit_state) as "anchorAge"
    `),
  )
  const number = (key: keyof VitalSigns): number => Number(row?.[key] ?? 0)
  return {
    workerSilence: (row?.workerSilence ?? null) === null ? null : number('workerSilence'),
    outboxAge: number('outboxAge'),
    outboxWaiting: number('outboxWaiting'),
    queued: number('queued'),
    dead: number('dead'),
    mailsWaiting: number('mailsWaiting'),
    mailsUncertain: number('mailsUncertain'),
    followUpLateness: number('followUpLateness'),
    messagesDue: number('messagesDue'),
    tasksDue: number('tasksDue'),
    tasksLate: number('tasksLate'),
    messagesSent: number('messagesSent'),
    messagesCancelled: number('messagesCancelled'),
    mailsReceived: number('mailsReceived'),
    auditBroken: number('auditBroken'),
    anchorAge: number('anchorAge'),
  }
}

/**
 * Whether the queue's tables are there: on PostgreSQL the queue is as well as its database, once it is migrated. Asked of the
 * catalogue, because the web has no way into the queue's schema.
 */
export async function queueTablesExist(): Promise<boolean> {
  const [row] = await withActor(system('health'), (tx) =>
    tx.execute<{ found: boolean }>(sql`select exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'bullmq' and c.relname = 'migration') as found`),
  )
  return row?.found === true
}
