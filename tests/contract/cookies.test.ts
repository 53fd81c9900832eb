import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Cookies from '#app/web/cookies.server.ts'

let cookies: typeof Cookies
beforeAll(async () => {
  vi.stubEnv('APP_URL', 'https://lavoro.example.org')
  vi.resetModules()
  cookies = await import('#app/web/cookies.server.ts')
})

describe('a cookie over https', () => {
  it('is bound to this host, to TLS, and hidden from scripts', () => {
    expect(cookies.serialiseCookie('session', 'abc').split('; ')).toEqual([
      '__Host-session=abc',
      'Path=/',
      'HttpOnly',
      'SameSite=Lax',
      'Secure',
    ])
  })

  it('is taken away with the same attributes', () => {
    expect(cookies.serialiseCookie('session', null)).toMatch(/^__Host-session=; .*Secure; Max-Age=0$/)
  })

  it('is read by its bound name alone: what another host of the domain sets counts for nothing', () => {
    const request = new Request('https://lavoro.example.org/', {
      headers: { Cookie: 'session=planted; __Host-session=ours' },
    })
    expect([...cookies.parseCookies(request)]).toEqual([['session', 'ours']])
  })
})
