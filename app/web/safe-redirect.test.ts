import { describe, expect, it } from 'vitest'
import { safePath } from './safe-redirect.ts'

describe('safePath', () => {
  it.each(['/', '/opportunita?q=forno#elenco', '/a/b', '/%C3%A8'])('lets %s through', (path) => {
    expect(safePath(path)).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'evil.example',
    '',
    undefined,
    ['/a'],
  ])('refuses %j', (path) => {
    expect(safePath(path, '/casa')).toBe('/casa')
  })
})
