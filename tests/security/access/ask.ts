import { APP_URL } from '#tests/support/real-server.ts'
import { addressOf, type BuiltRoute } from './routes-of-build.ts'

type Asked = { cookie: string | undefined; method: 'GET' | 'POST'; form?: string }

/** Asks the server as a browser of ours would, following no redirect. */
export const ask = (server: { url: string }, address: string, { cookie, method, form }: Asked) =>
  fetch(server.url + address, {
    method,
    redirect: 'manual',
    headers: {
      ...(cookie ? { Cookie: cookie } : {}),
      ...(method === 'POST' ? { Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { body: form ?? 'intent=none' } : {}),
  })

/** The module that `_routes` and `_data` name, to be asked for alone. */
export const moduleOf = ({ id }: BuiltRoute): string => encodeURIComponent(`routes/${id}/route`)

/** An address as a browser with JavaScript asks for its data. */
export const asData = (address: string): string => {
  const [path, query] = address.split('?')
  return `${path === '/' ? '/_root' : path}.data${query ? `?${query}` : ''}`
}

/** The same, of this route alone: past its parents. */
export const asDataAlone = (route: BuiltRoute, address = addressOf(route)): string =>
  `${asData(address)}${address.includes('?') ? '&' : '?'}_routes=${moduleOf(route)}`
