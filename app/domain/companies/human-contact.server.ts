import { and, inArray, ne } from 'drizzle-orm'
import { interactions } from '#db/schema/companies.ts'

/** The condition on `interactions` that a voice was heard or a face seen: a mail can come from anybody. */
export const isMet = and(
  inArray(interactions.kind, ['call', 'visit', 'meeting', 'event']),
  ne(interactions.outcome, 'no_answer'),
)
