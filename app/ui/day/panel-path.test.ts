import { expect, test } from 'vitest'
import { panelPath } from './panel-path.ts'

test('the address of the form names the lines and keeps the page of the list', () => {
  expect(panelPath('/lavoro?pagina=2', 'passa', ['task:a', 'task:b'])).toBe(
    '/lavoro?pagina=2&fai=passa&item=task%3Aa&item=task%3Ab#azione',
  )
})
