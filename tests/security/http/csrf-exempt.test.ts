import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unsubscribeLink } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { startSmallServer, type SmallServer } from '#tests/support/small-server.ts'

let server: SmallServer
beforeAll(async () => {
  server = await startSmallServer()
})
afterAll(() => server.stop())

/** As the mail program of a reader sends it: no page, no origin, no cookie. */
const fromAMailProgram = (path: string, headers: Record<string, string> = {}) =>
  server.send(path, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  })

describe('the one click that ends our mails', () => {
  const path = unsubscribeLink(newId())

  it('may come from anywhere', async () => {
    expect((await fromAMailProgram(path)).status).toBe(404)
    expect(
      (await fromAMailProgram(path, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://mail.example' }))
        .status,
    ).toBe(404)
  })

  it.each([
    ['another page', '/echo'],
    ['the page without its token', '/disiscrizione'],
    ['a page below it', `${path}/altro`],
    ['its data alone', `${path}.data`],
    ['a page with the path in its query', `/echo?a=${path}`],
    ['another spelling', path.toUpperCase()],
    ['an encoded detour', `/disiscrizione/..%2Fecho`],
  ])('does not open %s', async (_, other) => {
    const before = server.counter.posts
    expect((await fromAMailProgram(other)).status).toBe(403)
    expect(server.counter.posts).toBe(before)
  })
})
