import { expect, test } from 'vitest'
import { logPath } from './log-path.ts'

const company = '/lavoro/aziende/11111111-1111-4111-8111-111111111111'

test('on a page about a company the contact is with that company', () => {
  expect(logPath('/lavoro', company)).toBe(`${company}/contatto`)
  expect(logPath('/lavoro', `${company}/gestione`)).toBe(`${company}/contatto`)
})

test('elsewhere the company is found first', () => {
  expect(logPath('/rete', '/rete/verifiche')).toBe('/rete/contatto')
  expect(logPath('/lavoro', '/lavoro/aziende/nuova')).toBe('/lavoro/contatto')
})
