import { eq } from 'drizzle-orm'
import { companies } from '#db/schema/companies.ts'
import { readsOurMail, whoAnswers, type WhoAnswers } from '../contacts/who-answers.server.ts'
import type { CompanyId } from '../shared/ids.ts'
import { writeAudits } from '../shared/pending-audits.server.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { companyFacts } from './company-facts.server.ts'
import { eventFacts } from './event-facts.server.ts'
import type { Fact, Subject } from './facts.ts'
import { cardFacts, openingFacts } from './opening-facts.server.ts'
import { placementFacts, storyFacts } from './placement-facts.server.ts'

export type CompanyHistory = {
  company: typeof companies.$inferSelect
  /** Whoever answers for it, where anybody with an address does. */
  contact: WhoAnswers | null
  /** Of those who answer for it, whom our mails reach. */
  readers: WhoAnswers[]
  facts: Fact[]
}

/** All that has happened with a company up to `at`, as the follow-up rules need to know it; null where there is none. */
export async function gatherFacts(tx: Tx, companyId: CompanyId, at: Date): Promise<CompanyHistory | null> {
  const [[company], answering] = await together([
    tx.select().from(companies).where(eq(companies.id, companyId)),
    whoAnswers(tx, companyId),
  ])
  if (!company || company.mergedInto) return null
  const [contact = null] = answering
  const own: Subject = { type: 'company', id: companyId }
  const related: Subject[] = contact ? [own, { type: 'contact', id: contact.id }] : [own]
  // Acts of this transaction are read from the log, by several at once: they are written before any of them.
  await writeAudits(tx)
  const facts = await together([
    companyFacts(tx, company, contact?.id ?? null, at),
    openingFacts(tx, companyId, related, at),
    cardFacts(tx, companyId, own, at),
    placementFacts(tx, companyId, related),
    storyFacts(tx, companyId, related, at),
    eventFacts(tx, companyId, own),
  ])
  return { company, contact, readers: answering.filter(readsOurMail), facts: facts.flat() }
}
