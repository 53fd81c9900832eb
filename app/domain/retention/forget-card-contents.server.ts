import { sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { DAY } from '../shared/durations.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** How long what a card showed is kept after its end (privacy.md, Retention). */
const KEPT = 90 * DAY

/**
 * Removes what cards showed once they have been over long enough: since they were withdrawn or ran out, since a "not now", or
 * since the opening of an answered one closed. That there was a card, and what became of it, stays. So it goes with the
 * copy that a person was asked about on her own pages.
 */
export async function forgetCardContents(tx: Tx): Promise<void> {
  const before = new Date(+now() - KEPT).toISOString()
  await tx.execute(sql`
    delete from card_attributes a using cards c, openings o
    where c.id = a.card_id and o.id = c.opening_id and case
      when c.state in ('withdrawn', 'expired') then coalesce(
        (select max(at) from audit_log where subject_type = 'card' and subject_id = c.id::text
          and action in ('card.withdrawn', 'card.expired')),
        c.sent_at + interval '90 days')
      when c.state = 'answered' and c.answer = 'not_now' then c.answered_at
      when c.state = 'answered' and o.state = 'closed' then greatest(c.answered_at, o.closed_at)
    end < ${before}`)
  await tx.execute(sql`
    delete from candidate_questions q using openings o
    where o.id = q.opening_id and ((o.state = 'closed' and o.closed_at < ${before}) or exists (
      select 1 from proposals p where p.org_id = q.org_id and p.candidate_id = q.candidate_id
        and p.opening_id = q.opening_id
        and not exists (select 1 from card_attributes a where a.card_id = p.card_id)))`)
}
