import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { atLocal, localDate } from '../calendar/rome.ts'
import { mondayOf } from '../proposals/monday.ts'
import type { Fact, FactType } from './facts.ts'
import type { CompanyHistory } from './gather-facts.server.ts'
import { ANY_CONTACT } from './relationship-rules.ts'

const CONTACTS: ReadonlySet<FactType> = new Set(ANY_CONTACT)

/** What concerns a person is dated by its week: no day leads back to her. */
const dayOf = ({ type, at }: Fact): number =>
  type === 'proposal_answered' ? +atLocal(mondayOf(localDate(at)), '00:00') : +at

/** When a company was last heard of in `facts` up to `at`; null where it never was. */
export function lastHeard(facts: readonly Fact[], at: Date): Date | null {
  const heard = facts.filter((fact) => CONTACTS.has(fact.type) && fact.at <= at).map(dayOf)
  return heard.length > 0 ? new Date(Math.max(...heard)) : null
}

/**
 * Keeps the day of a company's last real contact, on whatever channel it came: a card that it answered and an opening that
 * it posted are contacts as a call is. Contacts that somebody logged are on its row already; this only ever makes it later.
 */
export async function keepLastContact(tx: Tx, { company, facts }: CompanyHistory, at: Date): Promise<void> {
  const lastContactAt = lastHeard(facts, at)
  if (!lastContactAt || (company.lastContactAt && company.lastContactAt >= lastContactAt)) return
  const isLater = or(isNull(companies.lastContactAt), lt(companies.lastContactAt, lastContactAt))
  await tx
    .update(companies)
    .set({ lastContactAt })
    .where(and(eq(companies.id, company.id), isLater))
}
