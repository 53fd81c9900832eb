import { expect, test } from 'vitest'
import { currentOn } from '#app/ui/layouts/nav-item.ts'

const companies = { to: '/aziende', label: 'Aziende', icon: 'building' } as const

test('a link is current on its page and on the pages below it', () => {
  expect(currentOn('/aziende?pagina=2', companies)).toBe('page')
  expect(currentOn('/aziende/42', companies)).toBe('true')
  expect(currentOn('/aziende-amiche', companies)).toBeUndefined()
})

test('an exact link is not current below its page', () => {
  expect(currentOn('/aziende/42', { ...companies, exact: true })).toBeUndefined()
})
