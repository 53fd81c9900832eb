import { index, layout, route, type RouteConfig, type RouteConfigEntry } from '@remix-run/route-config'

/** The addresses of one audience: path → folder under `app/routes/<audience>`, whose `route.tsx` serves it. */
function pages(audience: string, table: Record<string, string>): RouteConfigEntry[] {
  return Object.entries(table).map(([path, folder]) => {
    const file = `routes/${audience}/${folder}/route.tsx`
    return path === '/' ? index(file) : route(path, file)
  })
}

/** Pages inside their audience's frame, `routes/<audience>/layout/route.tsx`. Each still authorises itself. */
const framed = (audience: string, table: Record<string, string>): RouteConfigEntry =>
  layout(`routes/${audience}/layout/route.tsx`, pages(audience, table))

export default [
  ...pages('public', {
    '/': 'home',
  }),
  ...pages('account', {
    '/lingua': 'language',
  }),
] satisfies RouteConfig
