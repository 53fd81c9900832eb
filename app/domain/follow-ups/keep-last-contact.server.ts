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

/**
 * Keeps the day of a company's last real contact, on whatever channel it came: a card that it answered and an opening that
 * it posted are contacts as a call is. Contacts that somebody logged are on its row already; this only ever makes it later.
 */
export async function keepLastContact(tx: Tx, { company, facts }: CompanyHistory, at: Date): Promise<void> {
  const heard = facts.filter((fact) => CONTACTS.has(fact.type) && fact.at <= at).map(dayOf)
  const last = Math.max(...heard)
  if (!Number.isFinite(last) || (company.lastContactAt && +company.lastContactAt >= last)) return
  const lastContactAt = new Date(last)
  const isLater = or(isNull(companies.lastContactAt), lt(companies.lastContactAt, lastContactAt))
  await tx
    .update(companies)
    .set({ lastContactAt })
    .where(and(eq(companies.id, company.id), isLater))
}
