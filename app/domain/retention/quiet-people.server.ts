import { sql, type SQL } from 'drizzle-orm'
import type { CandidateId, OrganisationId, UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** To read about somebody, to hand her on or to ask her is not to hear from her. What is not named here counts: erasing is for good. */
const NOT_A_CONTACT = [
  'candidate.read',
  'candidate.accesses_read',
  'candidate.cv_read',
  'candidate.card_previewed',
  'match.seen',
  'match.set_aside',
  'match.put_back',
  'candidate.contact_asked',
  'candidate.handed_over',
  'consent.asked',
  'visit.link_made',
  'visit.revoked',
]

export type QuietPerson = {
  orgId: OrganisationId
  candidateId: CandidateId
  code: string
  caseManagerId: UserId
  /** When somebody last did something with her and not only read about her. */
  lastContact: Date
  /** When her case manager was asked about her, since then; null while nobody was. */
  askedAt: Date | null
}

type Row = Omit<QuietPerson, 'lastContact' | 'askedAt'> & { lastContact: string; askedAt: string | null }

/**
 * People not at work of whom nothing was heard since `before`, as her consents, proposals, placements and the audit tell it, the longest first; `which` narrows them
 * down (a condition on `c`, their row).
 */
export async function quietPeople(tx: Tx, before: Date, which: SQL, limit: number): Promise<QuietPerson[]> {
  const reading = sql.join(
    NOT_A_CONTACT.map((action) => sql`${action}`),
    sql`, `,
  )
  const rows = await tx.execute<Row>(sql`
    select c.org_id as "orgId", c.id as "candidateId", c.code, c.case_manager_id as "caseManagerId",
      heard.at as "lastContact",
      (select max(a.at) from audit_log a where a.subject_type = 'candidate' and a.subject_id = c.id::text
        and a.org_id = c.org_id and a.action = 'candidate.contact_asked' and a.at > heard.at) as "askedAt"
    from candidates c
    cross join lateral (
      select greatest(c.taken_on_at,
        (select max(y.at) from consents y where y.org_id = c.org_id and y.candidate_id = c.id),
        (select max(p.at) from proposals p where p.org_id = c.org_id and p.candidate_id = c.id),
        (select max(greatest(w.created_at, w.ends_on::timestamptz)) from placements w
          where w.org_id = c.org_id and w.candidate_id = c.id and w.state <> 'active'), (
        select max(a.at) from audit_log a where a.subject_type = 'candidate' and a.subject_id = c.id::text
          and a.org_id = c.org_id and a.result = 'ok' and (a.actor_id is not null or a.actor_role = 'candidate') and a.action not in (${reading})
          and a.action not like 'candidate.exported%' and a.action not like 'glass.%')) as at
    ) heard
    where heard.at < ${before.toISOString()} and c.state <> 'placed' and ${which}
    order by heard.at, c.code
    limit ${limit}`)
  return rows.map((row) => ({
    ...row,
    lastContact: new Date(row.lastContact),
    askedAt: row.askedAt === null ? null : new Date(row.askedAt),
  }))
}
