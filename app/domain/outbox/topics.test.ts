import { describe, expect, test } from 'vitest'
import en from '#app/locales/en/mail.json'
import it from '#app/locales/it/mail.json'
import { topics } from './topics.ts'

describe.each([
  ['it', it],
  ['en', en],
])('the words of events in %s', (_, texts: Record<string, string>) => {
  test.each(topics)('say %s', (topic) =>
    expect(texts[`mail_topic_${topic.replace('.', '_')}`]?.trim()).toBeTruthy(),
  )
})
