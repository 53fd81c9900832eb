import { localDate } from '#app/domain/calendar/rome.ts'
import type { GivenUp } from '#app/domain/companies/given-up-of-company.server.ts'
import { mondayOf } from '#app/domain/proposals/monday.ts'
import { formatDate } from '../format.ts'
import { text } from '../text.server.ts'
import { topicInWords } from '../topic-in-words.server.ts'

/** What was given up, in the reader's language: each thing once a week, because no day leads back to a person. */
export const givenUpLines = (events: readonly GivenUp[]): string[] => [
  ...new Set(
    events.map(({ topic, since }) => {
      const date = formatDate(new Date(`${mondayOf(localDate(since))}T12:00:00Z`))
      return `${topicInWords(topic)} (${text('relationship_timeline_week', { date })})`
    }),
  ),
]
