import { describe, expect, test } from 'vitest'
import { afterwardsOf, defaultTexts } from './default-texts.ts'
import { hasButton, variablesOf, wordedTemplates } from './templates.ts'
import { textProblem } from './text-problem.ts'

describe.each(wordedTemplates)('the default text of %s', (template) => {
  test.each(['it', 'en'] as const)(
    'in %s has a subject, a body and its button, and nothing to object to',
    (locale) => {
      const { subject, body, action } = defaultTexts[template][locale]
      expect(subject.length).toBeGreaterThan(8)
      expect(subject.length).toBeLessThan(70)
      expect(body.length).toBeGreaterThan(40)
      expect(action !== '').toBe(hasButton(template))
      expect(textProblem(subject, [])).toBeNull()
      for (const text of [body, action]) expect(textProblem(text, variablesOf[template])).toBeNull()
    },
  )

  test('is another in each language', () => {
    const { it, en } = defaultTexts[template]
    expect(it.body).not.toBe(en.body)
    expect(afterwardsOf(template, 'it').length).toBe(afterwardsOf(template, 'en').length)
  })
})

describe('a text of one’s own', () => {
  test('is refused with the reason: a variable, a brace, a word that tells whom we help', () => {
    expect(textProblem('Gentile {cognome}', variablesOf.no_match)).toBe('rules_text_unknown_variable')
    expect(textProblem('{azienda', variablesOf.no_match)).toBe('rules_text_brace')
    expect(textProblem('Per {opportunita}', [])).toBe('rules_text_subject_variable')
    expect(textProblem('Il lavoro con i rifugiati', variablesOf.no_match)).toBe('rules_text_telling')
    expect(textProblem('Si tratta di poche domande', variablesOf.no_match)).toBeNull()
  })
})
