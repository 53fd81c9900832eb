import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_URL, type SmallServer, startSmallServer } from '#tests/support/small-server.ts'

const FORM = 'application/x-www-form-urlencoded'
const PATHS = ['/echo', '/echo.data', '/echo?index']

let server: SmallServer
beforeAll(async () => {
  server = await startSmallServer()
})
afterAll(() => server.stop())

const attempt = (path: string, headers: Record<string, string>) =>
  server.send(path, { method: 'POST', body: 'a=1', headers: { 'Content-Type': FORM, ...headers } })

describe('a form from elsewhere', () => {
  const refused: [string, Record<string, string>][] = [
    ['another site says the browser', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['another site, with our own Origin forged', { 'Sec-Fetch-Site': 'cross-site', Origin: APP_URL }],
    ['a sister domain', { 'Sec-Fetch-Site': 'same-site', Origin: APP_URL }],
    ['no page at all', { 'Sec-Fetch-Site': 'none' }],
    ['two opinions of the site', { 'Sec-Fetch-Site': 'same-origin, cross-site' }],
    ['an old browser on another site', { Origin: 'https://evil.example' }],
    ['an old browser in a sandbox', { Origin: 'null' }],
    ['our host over http', { Origin: 'http://rete.example' }],
    ['our host as a prefix', { Origin: 'https://rete.example.evil.example' }],
    ['neither header', {}],
    ['a forged forwarded host', { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
    ['a forged host', { Origin: 'https://evil.example', Host: 'evil.example' }],
    ['a loopback address outside of the demo', { Origin: 'http://localhost:3000' }],
    ['JSON disguised as text', { 'Content-Type': 'text/plain', Origin: 'https://evil.example' }],
  ]

  it.each(refused)('is refused: %s', async (_, headers) => {
    const before = server.counter.posts
    for (const path of PATHS) {
      const answer = await attempt(path, headers)
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('<h1>Non puoi aprire questa pagina</h1>')
    }
    expect(server.counter.posts).toBe(before)
  })
})

describe('a form of our own', () => {
  it.each([
    ['says the browser', { 'Sec-Fetch-Site': 'same-origin' }],
    ['says an old browser', { Origin: APP_URL }],
    ['on another name of this server', { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://alias.example' }],
  ])('reaches the action: %s', async (_, headers) => {
    const answer = await attempt('/echo', headers)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({ fields: ['a'] })
  })

  it('may come from the loopback address in the demo, on the port that listens', async () => {
    const demo = await startSmallServer({ APP_MODE: 'demo', APP_URL: 'http://localhost:3000' })
    const from = async (origin: string) =>
      (await demo.send('/echo', { method: 'POST', headers: { Origin: origin } })).status
    expect(await from(`http://127.0.0.1:${demo.port}`)).not.toBe(403)
    expect(await from(`http://localhost:${demo.port}`)).not.toBe(403)
    expect(await from(`http://127.0.0.1:${demo.port + 1}`)).toBe(403)
    expect(await from(`http://evil.example:${demo.port}`)).toBe(403)
    await demo.stop()
  })
})
