import { and, eq, inArray, like, sql } from 'drizzle-orm'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { users } from '#db/schema/accounts.ts'
import { interactions } from '#db/schema/companies.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { openings } from '#db/schema/openings.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { cards } from '#db/schema/proposals.ts'
import { trustEvents } from '#db/schema/trust.ts'
import type { History, Kind, Operation } from './history.ts'
import { holds, type Invariant } from './invariant.ts'

const look = <T>(work: Parameters<typeof withActor<T>>[1]) => withActor(system('faults'), work)

type Found = Record<Exclude<Kind, 'read'>, Map<string, number>>

const countBy = (keys: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** How often each thing that was done is there, by what it is about. */
async function findDeeds(): Promise<Found> {
  return look(async (tx) => {
    const contacts = await tx.select({ key: interactions.note }).from(interactions)
    const answered = await tx.select({ key: cards.id }).from(cards).where(eq(cards.state, 'answered'))
    const sent = await tx.select({ key: cards.id }).from(cards)
    const posted = await tx.select({ key: openings.id }).from(openings).where(eq(openings.state, 'open'))
    const invited = await tx.select({ key: users.email }).from(users).where(like(users.email, 'op-%'))
    const keys = (rows: { key: string | null }[]) => countBy(rows.map(({ key }) => key ?? ''))
    return {
      contact: keys(contacts),
      answer: keys(answered),
      card: keys(sent),
      opening: keys(posted),
      invite: keys(invited),
    }
  })
}

/** What somebody was told has happened is there; what was refused before it began is not; nothing is there twice. */
export async function checkDeeds({ operations }: History): Promise<Invariant[]> {
  const found = await findDeeds()
  const changing = operations.filter(({ kind }) => kind !== 'read')
  const times = ({ kind, subject }: Operation) => (kind === 'read' ? 0 : (found[kind].get(subject) ?? 0))
  const named = (list: Operation[]) => list.map(({ kind, number }) => `${kind} ${String(number)}`)
  const answered = changing.filter(({ outcome }) => outcome === 'ok')
  const refused = changing.filter(({ outcome }) => outcome === 'failed')
  return [
    holds('what was answered is there', answered.length, named(answered.filter((deed) => times(deed) === 0))),
    holds('what was refused is not there', refused.length, named(refused.filter((deed) => times(deed) > 0))),
    holds('nothing is there twice', changing.length, named(changing.filter((deed) => times(deed) > 1))),
  ]
}

const ONCE: [action: string, topic: string, key: 'cardId' | 'openingId' | 'userId'][] = [
  ['card.answered', 'card.answered', 'cardId'],
  ['opening.posted', 'opening.posted', 'openingId'],
  ['account.invited', 'account.invited', 'userId'],
]

/** Each deed has one audit row and one event; each trust event its audit row; the chains are whole. */
export async function checkAudit(): Promise<Invariant[]> {
  return look(async (tx) => {
    const unequal: string[] = []
    let looked = 0
    for (const [action, topic, key] of ONCE) {
      const acts = await tx
        .select({ id: auditLog.subjectId })
        .from(auditLog)
        .where(and(eq(auditLog.action, action), eq(auditLog.result, 'ok')))
      const events = await tx.select({ payload: outbox.payload }).from(outbox).where(eq(outbox.topic, topic))
      const audited = countBy(acts.map(({ id }) => id ?? ''))
      const emitted = countBy(events.map(({ payload }) => payload[key] ?? ''))
      for (const id of new Set([...audited.keys(), ...emitted.keys()])) {
        looked += 1
        if (audited.get(id) !== 1 || emitted.get(id) !== 1) unequal.push(`${action} ${id}`)
      }
    }
    for (const [action, table] of [
      ['interaction.logged', interactions],
      ['trust.event_recorded', trustEvents],
    ] as const) {
      const rows = await tx.select({ id: table.companyId }).from(table)
      const acts = await tx
        .select({ id: auditLog.subjectId })
        .from(auditLog)
        .where(eq(auditLog.action, action))
      const there = countBy(rows.map(({ id }) => id))
      const audited = countBy(acts.map(({ id }) => id ?? ''))
      for (const id of new Set([...there.keys(), ...audited.keys()])) {
        looked += 1
        if (there.get(id) !== audited.get(id)) unequal.push(`${action} of company ${id}`)
      }
    }
    const forged = await tx.execute<{ seq: string }>(sql`
      select seq from (
        select seq, hash, prev_hash,
          coalesce(lag(hash) over chain, repeat('0', 64)) as head, row_number() over chain as place,
          encode(sha256(convert_to(prev_hash || jsonb_build_array(org_id, seq, id, extract(epoch from at), actor_id,
            actor_role, action, subject_type, subject_id, result)::text, 'UTF8')), 'hex') as derived
        from audit_log window chain as (partition by org_id order by seq)) links
      where hash <> derived or prev_hash <> head or place <> seq`)
    const length = await tx.$count(auditLog)
    return [
      holds('every business row has its audit entry', looked, unequal),
      holds(
        'the audit chains are whole',
        length,
        forged.map(({ seq }) => `row ${seq}`),
      ),
    ]
  })
}

/** No effect of an event happened twice: one trust event for each cause, one task for each next step and each doubt. */
export async function checkEffects(): Promise<Invariant> {
  return look(async (tx) => {
    const doubled = await tx.execute<{ what: string }>(sql`
      select 'trust event ' || kind || ' of ' || cause_id as what from ${trustEvents}
        where withdrawn_at is null and cause_id is not null group by kind, cause_id having count(*) > 1
      union all
      select 'task ' || title from ${followUps} where rule_key is null and title <> '' group by title having count(*) > 1
      union all
      select 'follow-up ' || rule_key || ' of ' || subject_id || ' ' || occurrence from ${followUps}
        where rule_key is not null group by rule_key, subject_type, subject_id, occurrence having count(*) > 1
      union all
      select 'mail ' || template || ' about ' || subject_id from mails
        where state <> 'cancelled' and template in ('card_new', 'opening_acknowledged', 'invite', 'answer_thanks', 'staff_notice')
        group by template, subject_id, user_id, contact_id having count(*) > 1`)
    const of = (await tx.$count(trustEvents)) + (await tx.$count(followUps))
    return holds(
      'no effect happened twice',
      of,
      doubled.map(({ what }) => what),
    )
  })
}

/** The ids of events that are not over. */
export const openEvents = (): Promise<string[]> =>
  look(async (tx) => {
    const rows = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(inArray(outbox.state, ['pending', 'queued']))
    return rows.map(({ id }) => id)
  })
