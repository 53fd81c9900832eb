import { expect, test } from 'vitest'
import type { ContactId } from '../shared/ids.ts'
import { addresseeOf } from './addressee.ts'

const [anna, bruno] = ['anna', 'bruno'] as unknown as [ContactId, ContactId]
const about = (subjectType: 'opening' | 'card', contactId: ContactId | null) => ({ subjectType, contactId })

test('a message goes to whom it was planned for, while our mails reach her', () => {
  expect(addresseeOf([{ id: bruno }, { id: anna }], about('opening', anna))).toBe(anna)
  expect(addresseeOf([{ id: bruno }, { id: anna }], about('card', anna))).toBe(anna)
})

test('then to whoever answers first, but for a card; where nobody is left, to nobody', () => {
  expect(addresseeOf([{ id: bruno }], about('opening', anna))).toBe(bruno)
  expect(addresseeOf([{ id: bruno }], about('opening', null))).toBe(bruno)
  expect(addresseeOf([{ id: bruno }], about('card', anna))).toBeNull()
  expect(addresseeOf([], about('opening', anna))).toBeNull()
})
