import { sql } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { audit } from '../audit/record.server.ts'
import { emit } from '../outbox/emit.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { askAfter } from './lengths.ts'
import { quietPeople } from './quiet-people.server.ts'

const AT_ONCE = 200

/**
 * Asks case managers about those of whom nothing was heard for a year: one mail to each, and an entry for each person, so
 * that nobody is asked twice about the same silence. Doing it again changes nothing.
 */
export async function askAboutQuiet(tx: Tx): Promise<void> {
  const unasked = sql`not exists (select 1 from audit_log a where a.subject_type = 'candidate'
    and a.subject_id = c.id::text and a.org_id = c.org_id and a.action = 'candidate.contact_asked' and a.at > heard.at)`
  const people = await quietPeople(tx, askAfter(now()), unasked, AT_ONCE)
  for (const { orgId, candidateId: subjectId } of people)
    await audit(tx, { action: 'candidate.contact_asked', subjectType: 'candidate', subjectId, orgId })
  for (const userId of new Set(people.map(({ caseManagerId }) => caseManagerId)))
    await emit(tx, 'people.quiet', { userId })
}
