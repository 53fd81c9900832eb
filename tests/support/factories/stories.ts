import { system } from '#app/domain/shared/actor.ts'
import type { StoryId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { stories } from '#db/schema/stories.ts'
import { aCompany } from './accounts.ts'
import { next } from './sequence.ts'

/** The words of a story that any form of ours takes. */
export const storyWords = {
  title: 'Terzo turno coperto in 18 giorni',
  need: 'Ci mancavano due addetti al confezionamento e le agenzie non ne trovavano.',
  solution: 'La rete ci ha proposto un tirocinio con un tutor suo, che passava ogni settimana.',
  result: 'Dopo quattordici mesi il turno è stabile e gli straordinari sono scesi di un terzo.',
}

/** A story of a company (a new one unless given) in the state asked for; a draft unless told otherwise. */
export async function aStory(values: Partial<typeof stories.$inferInsert> = {}): Promise<StoryId> {
  const id = values.id ?? newId<StoryId>()
  const companyId = values.companyId ?? (await aCompany())
  const published = values.state === 'published' ? { slug: `storia-${next()}`, publishedAt: now() } : {}
  await withActor(system('test'), (tx) =>
    tx.insert(stories).values({
      ...{ id, companyId, ...storyWords, ...published },
      ...{ companyName: 'Azienda', sector: 'hotels', sizeBand: 'small', placeCode: '001272' },
      ...{ writtenBy: newId<UserId>(), createdAt: now(), ...values },
    }),
  )
  return id
}
