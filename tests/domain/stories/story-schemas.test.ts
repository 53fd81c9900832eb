import { describe, expect, test } from 'vitest'
import { forwardStorySchema, sendBackStorySchema } from '#app/domain/stories/move-story.schema.server.ts'
import { writeStorySchema } from '#app/domain/stories/story-fields.schema.server.ts'
import { storyWords } from '#tests/support/factories/stories.ts'

const messageOf = (input: unknown) => {
  const read = writeStorySchema.safeParse(input)
  return read.success ? null : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('the words of a story', () => {
  test('are kept as they were typed, with one kind of line end', () => {
    const read = writeStorySchema.parse({
      ...storyWords,
      title: '  Forno al completo ',
      quote: 'Sì.\r\nSempre.',
    })
    expect(read).toMatchObject({ title: 'Forno al completo', quote: 'Sì.\nSempre.' })
  })

  test.each([
    ['title', 'Corto', 'title: stories_title_missing'],
    ['title', 'x'.repeat(91), 'title: stories_title_long'],
    ['title', 'Due righe\nnel titolo', 'title: stories_text_signs'],
    ['need', 'Poco.', 'need: stories_text_short'],
    ['result', 'x'.repeat(1501), 'result: stories_text_long'],
    ['solution', `un suono \u0007 ${'x'.repeat(40)}`, 'solution: stories_text_signs'],
    ['quote', 'x'.repeat(301), 'quote: stories_quote_long'],
    ['daysToFill', 366, 'daysToFill: stories_days_wrong'],
    ['daysToFill', -1, 'daysToFill: stories_days_wrong'],
    ['monthsRetained', 2.5, 'monthsRetained: stories_months_wrong'],
  ])('%s %j is refused beside its field', (field, value, message) => {
    expect(messageOf({ ...storyWords, [field]: value })).toEqual([message])
  })

  test('come with nothing that no form of ours sends', () => {
    expect(messageOf({ ...storyWords, state: 'published' })).toEqual([': stories_form_unknown'])
    expect(messageOf({})).toHaveLength(4)
  })
})

test('a step forward asks that nobody can be recognised, a step back says why', () => {
  expect(forwardStorySchema.safeParse({ version: 1 }).success).toBe(false)
  expect(forwardStorySchema.safeParse({ version: 1, namesNobody: false }).success).toBe(false)
  expect(forwardStorySchema.safeParse({ version: 1, namesNobody: true }).success).toBe(true)
  expect(sendBackStorySchema.safeParse({ version: 1, note: ' ' }).success).toBe(false)
})
