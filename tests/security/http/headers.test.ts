import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Answer,
  METRICS_TOKEN,
  type SmallServer,
  startSmallServer,
} from '#tests/support/small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await startSmallServer()
})
afterAll(() => server.stop())

const POLICY =
  "default-src 'self'; script-src 'nonce-NONCE' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const securityOf = ({ headers }: Answer) => ({
  csp: String(headers['content-security-policy']).replace(/'nonce-[^']+'/, "'nonce-NONCE'"),
  nosniff: headers['x-content-type-options'],
  referrer: headers['referrer-policy'],
  opener: headers['cross-origin-opener-policy'],
  resource: headers['cross-origin-resource-policy'],
  hsts: headers['strict-transport-security'],
  permissions: headers['permissions-policy'],
  powered: headers['x-powered-by'],
})

const classes: [string, number, () => Promise<Answer>][] = [
  ['data', 200, () => server.send('/echo')],
  ['HEAD', 200, () => server.send('/echo', { method: 'HEAD' })],
  ['single fetch', 200, () => server.send('/echo.data')],
  ['an action', 200, () => server.post('/echo', 'a=1')],
  ['a redirect', 302, () => server.send('/redirect/1')],
  ['a fault', 500, () => server.send('/fault')],
  ['no such page', 404, () => server.send('/no-such-page')],
  ['no such file', 404, () => server.send('/assets/none.js')],
  ['a hashed file', 200, () => server.send('/assets/page-abc.js')],
  ['a file', 200, () => server.send('/favicon.svg')],
  ['health', 200, () => server.send('/healthz')],
  ['metrics', 200, () => server.send('/metrics', { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } })],
  ['metrics, refused', 401, () => server.send('/metrics')],
  ['a foreign form', 403, () => server.send('/echo', { method: 'POST' })],
  ['TRACE', 405, () => server.send('/echo', { method: 'TRACE' })],
  ['an undecodable path', 400, () => server.send('/%E0%A4%A')],
  ['a body too large', 413, () => server.post('/echo', 'a'.repeat(300_000))],
]

describe('the headers of every class of answer', () => {
  it.each(classes)('%s', async (name, status, ask) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(securityOf(answer)).toEqual({
      csp: POLICY,
      nosniff: 'nosniff',
      referrer: 'no-referrer',
      opener: 'same-origin',
      resource: 'same-origin',
      hsts: 'max-age=31536000; includeSubDomains',
      permissions: expect.stringContaining('geolocation=()') as string,
      powered: undefined,
    })
    const files: Record<string, string> = {
      'a hashed file': 'public, max-age=31536000, immutable',
      'a file': 'public, max-age=3600',
    }
    expect(answer.headers['cache-control']).toBe(files[name] ?? 'no-store')
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('carry a new nonce and a new request id each time, whatever the client sends', async () => {
    const ask = () => server.send('/echo', { headers: { 'X-Request-Id': 'mine' } })
    const [first, second] = [await ask(), await ask()]
    expect(first.headers['content-security-policy']).not.toBe(second.headers['content-security-policy'])
    expect(first.headers['x-request-id']).not.toBe('mine')
    expect(first.headers['x-request-id']).not.toBe(second.headers['x-request-id'])
  })

  it('ask for https only where we serve https', async () => {
    const plain = await startSmallServer({ APP_URL: 'http://localhost:3000' })
    expect((await plain.send('/echo')).headers['strict-transport-security']).toBeUndefined()
    await plain.stop()
  })
})
