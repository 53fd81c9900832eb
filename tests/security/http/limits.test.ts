import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APP_URL, METRICS_TOKEN, type SmallServer, startSmallServer } from '#tests/support/small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await startSmallServer()
})
afterAll(() => server.stop())

describe('an address that no link of ours has', () => {
  it.each([
    '/echo?_data=echo',
    '/?x=1&_data=echo',
    '/echo?%5Fdata=echo',
    '/echo?_data',
    '/echo.data?_data=echo',
  ])('%s → 404, and no action runs', async (path) => {
    const before = server.counter.posts
    expect((await server.send(path)).status).toBe(404)
    expect((await server.post(path, 'a=1')).status).toBe(404)
    expect(server.counter.posts).toBe(before)
  })

  it.each([
    '/%E0%A4%A',
    '/echo/%00',
    '/echo?q=%00',
    `/echo?${'a=1&'.repeat(201)}`,
    'http://evil.example/echo',
  ])('%s → 400', async (path) => {
    expect((await server.send(path)).status).toBe(400)
  })

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s → 405', async (method) => {
    const answer = await server.send('/echo', { method, headers: { 'Sec-Fetch-Site': 'same-origin' } })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, POST')
  })
})

describe('a form', () => {
  const multipart = (name: string) =>
    `--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n--xx--\r\n`
  const asMultipart = { 'Content-Type': 'multipart/form-data; boundary=xx' }

  it.each([
    ['flat', 'a=1&b=2', {}, 200],
    ['of lists', 'skills[0].level=1&shifts[1]=mon', {}, 200],
    ['empty', '', {}, 200],
    ['multipart', multipart('a'), asMultipart, 200],
    ['of 200 fields', 'a=1&'.repeat(200), {}, 200],
    ['of 201 fields', 'a=1&'.repeat(201), {}, 400],
    ['nested too deep', `a${'[0]'.repeat(3_000)}=1`, {}, 400],
    ['nested too deep in few letters', 'a.b.c.d.e.f.g=1', {}, 400],
    ['with a list of a billion', 'a[999999999]=1', {}, 400],
    ['that reaches for a prototype', '__proto__.admin=1', {}, 400],
    ['with a NUL', 'a=%00', {}, 400],
    ['nested, in multipart', multipart('a[0][0][0][0][0][0][0]'), asMultipart, 400],
    ['broken multipart', 'no boundary at all', asMultipart, 400],
    ['that is JSON', '{"a":1}', { 'Content-Type': 'application/json' }, 415],
    ['that is text', 'a=1', { 'Content-Type': 'text/plain' }, 415],
    ['just under the cap', `a=${'x'.repeat(256 * 1024 - 2)}`, {}, 200],
    ['just over the cap', `a=${'x'.repeat(256 * 1024 - 1)}`, {}, 413],
    ['far over the cap', 'x'.repeat(5_000_000), {}, 413],
  ])('%s', async (_, body, headers, status) => {
    const before = server.counter.posts
    expect((await server.post('/echo', body, headers)).status).toBe(status)
    expect(server.counter.posts - before).toBe(status === 200 ? 1 : 0)
  })

  it('is measured also where it does not say its length', async () => {
    const answer = await server.post('/echo', 'x'.repeat(300_000), { 'Transfer-Encoding': 'chunked' })
    expect(answer.status).toBe(413)
  })
})

describe('the address that Remix sees', () => {
  const forged = { Host: 'evil.example', 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' }
  const seen = (text: string) =>
    JSON.parse(text) as { url: string; host: string; context: { clientAddress: string } }

  it('is ours, whatever Host and the forwarding headers say', async () => {
    const { url, host } = seen((await server.send('/echo?q=1', { headers: forged })).text)
    expect(url).toBe(`${APP_URL}/echo?q=1`)
    expect(host).toBe('rete.example')
  })

  it('has the client of a proxy only where the proxy is ours', async () => {
    const headers = { 'X-Forwarded-For': '203.0.113.9' }
    expect(seen((await server.send('/echo', { headers })).text).context.clientAddress).toBe('127.0.0.1')
    const proxied = await startSmallServer({ TRUSTED_PROXY: 'loopback' })
    const behind = seen((await proxied.send('/echo', { headers: { ...forged, ...headers } })).text)
    expect(behind.context.clientAddress).toBe('203.0.113.9')
    expect(behind.url).toBe(`${APP_URL}/echo`)
    await proxied.stop()
  })
})

describe('faults and watchers', () => {
  it('a fault says nothing of itself, and the server goes on', async () => {
    const answer = await server.send('/fault')
    expect(answer.status).toBe(500)
    expect(answer.text).not.toContain('secret')
    expect((await server.send('/echo')).status).toBe(200)
  })

  it('health is 200 unless down', async () => {
    for (const [status, code] of [
      ['ok', 200],
      ['degraded', 200],
      ['down', 503],
    ] as const) {
      const one = await startSmallServer({}, status)
      const answer = await one.send('/healthz')
      expect([answer.status, (JSON.parse(answer.text) as { status: string }).status]).toEqual([code, status])
      await one.stop()
    }
  })

  it('metrics need the token, and are not there without one', async () => {
    const ask = (token: string) => server.send('/metrics', { headers: { Authorization: `Bearer ${token}` } })
    const answer = await ask(METRICS_TOKEN)
    expect(answer.text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/redirect\/:id"|route="\/echo"/,
    )
    expect((await ask('another-token-altogether')).status).toBe(401)
    const without = await startSmallServer({ METRICS_TOKEN: undefined })
    expect((await without.send('/metrics', { headers: { Authorization: 'Bearer undefined' } })).status).toBe(
      404,
    )
    await without.stop()
  })
})
