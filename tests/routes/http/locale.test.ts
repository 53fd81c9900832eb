import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { negotiateLocale } from '#app/web/locale.ts'
import { type SmallServer, startSmallServer } from '#tests/support/small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await startSmallServer()
})
afterAll(() => server.stop())

const titles: Record<string, string> = { it: 'Pagina non trovata', en: 'Page not found' }

describe('the language of a request', () => {
  it.each([
    ['locale=en', 'it', 'en'],
    ['session=abc; __Host-locale=it', 'en', 'it'],
    ['locale=xx', 'en-GB,en;q=0.9', 'en'],
    [undefined, 'fr-FR,en;q=0.5,it;q=0.8', 'it'],
    [undefined, 'fr', 'it'],
    [undefined, 'en;q=0', 'it'],
    [undefined, undefined, 'it'],
    [undefined, ';;;,q=,x;q=abc', 'it'],
  ])('cookie %s, browser %s → %s', (cookies, accepted, locale) => {
    expect(negotiateLocale(cookies, accepted)).toBe(locale)
  })

  it('does not mix between 20 requests at once', async () => {
    const asked = Array.from({ length: 20 }, (_, index) => (index % 2 ? 'en' : 'it'))
    const answers = await Promise.all(
      asked.map((locale) => server.send('/words', { headers: { Cookie: `locale=${locale}` } })),
    )
    expect(answers.map(({ text }) => (JSON.parse(text) as { text: string }).text)).toEqual(
      asked.map((locale) => titles[locale]),
    )
    expect(answers.map(({ headers }) => headers['content-language'])).toEqual(asked)
  })

  it('survives the reading of a form', async () => {
    const answer = await server.post('/echo', 'x'.repeat(300_000), { Cookie: 'locale=en' })
    expect(answer.text).toContain('<html lang="en">')
    expect(answer.text).toContain('You sent too much data')
  })
})
