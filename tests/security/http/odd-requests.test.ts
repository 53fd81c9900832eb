import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { METRICS_TOKEN, type SmallServer, startSmallServer } from '#tests/support/small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await startSmallServer()
})
afterAll(() => server.stop())

/** Sends bytes as they are, and reads until the other side has had enough. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => (heard += chunk))
  socket.on('error', () => undefined)
  socket.write(bytes)
  socket.end()
  await once(socket, 'close')
  return heard
}

describe('another site', () => {
  it.each(['/echo', '/echo.data', '/assets/page-abc.js', '/healthz', '/no-such-page'])(
    'may read nothing of %s',
    async (path) => {
      const { headers } = await server.send(path, { headers: { Origin: 'https://evil.example' } })
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    },
  )
})

describe('an answer', () => {
  const metrics = { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } }
  it.each([
    ['/echo', /^application\/json; charset=utf-8$/, {}],
    ['/healthz', /^application\/json; charset=utf-8$/, {}],
    ['/assets/page-abc.js', /^(text|application)\/javascript; charset=utf-8$/i, {}],
    ['/favicon.svg', /^image\/svg\+xml; charset=utf-8$/, {}],
    ['/metrics', /^text\/plain; charset=utf-8; version=[\d.]+$/, metrics],
    ['/fault', /^text\/(html|plain); ?charset=utf-8$/i, {}],
  ])('%s says what it is', async (path, type, asked) => {
    expect((await server.send(path, asked)).headers['content-type']).toMatch(type)
  })
})

describe('what is no page', () => {
  it.each([
    '/assets',
    '/assets/',
    '/.git/config',
    '/.env',
    '/package.json',
    '/server.ts',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/package.json',
  ])('%s is not served', async (path) => {
    const { status, text } = await server.send(path)
    expect([400, 404]).toContain(status)
    expect(text).not.toContain('passaparola"')
  })

  it('does not come into the image either', () => {
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).toContain('.git')
  })
})

describe('a request whose end is told in two ways', () => {
  const head = 'POST /echo HTTP/1.1\r\nHost: rete.example\r\nSec-Fetch-Site: same-origin\r\n'
  const form = 'Content-Type: application/x-www-form-urlencoded\r\n'
  it.each([
    ['by length and by pieces', 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['by two lengths', 'Content-Length: 3\r\nContent-Length: 30\r\n\r\na=1'],
    ['by pieces that are none', 'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
  ])('%s is refused, and what comes behind it is no request', async (_, end) => {
    const before = server.counter.posts
    const heard = await raw(`${head}${form}${end}GET /echo HTTP/1.1\r\nHost: rete.example\r\n\r\n`)
    expect(heard.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(heard).toMatch(/^HTTP\/1\.1 400 /)
    expect(server.counter.posts).toBe(before)
  })
})
