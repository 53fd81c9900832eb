import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, slugOf } from './slug.ts'

test('a title becomes words and hyphens', () => {
  expect(slugOf('Cucina al completo in 12 giorni')).toBe('cucina-al-completo-in-12-giorni')
  expect(slugOf('Perché l’estate non è più un’emergenza')).toBe('perche-l-estate-non-e-piu-un-emergenza')
  expect(slugOf('“…”')).toBe('storia')
})

test('whatever the title, the slug is short and safe in an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const slug = slugOf(title)
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(encodeURIComponent(slug)).toBe(slug)
      expect(slug.length).toBeLessThanOrEqual(70)
    }),
  )
})

test('a taken slug gets the first free number', () => {
  expect(freeSlug('orto', new Set(['orto', 'orto-2', 'orto-4']))).toBe('orto-3')
  expect(freeSlug('orto', new Set(['orto-2']))).toBe('orto')
})
