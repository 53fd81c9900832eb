import { desc, eq } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { openingQuestions } from '#db/schema/opening-questions.ts'
import { authorise } from '../access/authorise.server.ts'
import type { OpeningId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type QuestionAsked = { editKey: string; at: Date; by: string }

/** What the network has asked a company about an opening, the latest first: nobody asks twice unknowingly. */
export async function questionsAsked(tx: Tx, openingId: OpeningId): Promise<QuestionAsked[]> {
  authorise(tx, 'opening.match')
  return tx
    .select({ editKey: openingQuestions.editKey, at: openingQuestions.askedAt, by: users.name })
    .from(openingQuestions)
    .innerJoin(users, eq(users.id, openingQuestions.askedBy))
    .where(eq(openingQuestions.openingId, openingId))
    .orderBy(desc(openingQuestions.askedAt))
}
