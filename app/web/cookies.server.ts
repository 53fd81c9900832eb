import { env } from '#app/platform/env.server.ts'

const secure = (): boolean => new URL(env().APP_URL).protocol === 'https:'

/** Over https every cookie is `__Host-`: bound to this host, this path and TLS. */
const named = (name: string): string => (secure() ? `__Host-${name}` : name)

/** The cookies of a request by their plain name. */
export function parseCookies(request: Request): Map<string, string> {
  const found = new Map<string, string>()
  const prefix = named('')
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at < 0) continue
    const name = pair.slice(0, at).trim()
    if (name.startsWith(prefix)) found.set(name.slice(prefix.length), pair.slice(at + 1).trim())
  }
  return found
}

/** A `Set-Cookie` value: HttpOnly, SameSite=Lax, for the browser's session; `null` removes the cookie. */
export function serialiseCookie(name: string, value: string | null): string {
  const parts = [`${named(name)}=${value ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (secure()) parts.push('Secure')
  if (value === null) parts.push('Max-Age=0')
  return parts.join('; ')
}
