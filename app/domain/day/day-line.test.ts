import { expect, test } from 'vitest'
import { readRef, refText } from './day-line.ts'

const id = '11111111-1111-4111-8111-111111111111'

test('a line is read back from what a form writes', () => {
  expect(readRef(refText({ kind: 'answer', id }))).toEqual({ kind: 'answer', id })
})

test('new matches are named by the moment up to which they were read', () => {
  expect(readRef('match:1795000000000')).toEqual({ kind: 'match', id: '1795000000000' })
  expect(readRef(`match:${id}`)).toBeNull()
})

test.each(['', 'task', `task:${id}:x`, `other:${id}`, 'task:1', `Task:${id}`])('%j names no line', (text) => {
  expect(readRef(text)).toBeNull()
})
