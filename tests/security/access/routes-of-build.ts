import type { ServerBuild } from '@remix-run/node'
import type { Access } from '#app/web/access.server.ts'

export type BuiltRoute = {
  id: string
  path: string
  /** A frame has no address of its own: it is asked for beside the first of its pages. */
  frame: boolean
  loader: Access | null
  action: Access | null
}

type Guarded = { access?: Access } | undefined

const UNGUARDED: Access = []

/** Every route of the build that answers requests of its own, with the access that its loader and action state. */
export function routesOfBuild(build: ServerBuild): BuiltRoute[] {
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : build.routes[id]
    return route ? `${pathOf(route.parentId)}/${route.path ?? ''}` : ''
  }
  return Object.values(build.routes).flatMap((route) => {
    if (!route) return []
    const frame = route.path === undefined && !route.index
    const page = frame ? Object.values(build.routes).find((other) => other?.parentId === route.id) : route
    const { loader, action } = route.module as { loader?: Guarded; action?: Guarded }
    if (!loader && !action) return []
    return [
      {
        id: route.id.replace(/^routes\//, '').replace(/\/route$/, ''),
        frame,
        path: pathOf(page?.id)
          .replace(/\/+/g, '/')
          .replace(/(?<=.)\/$/, ''),
        // A loader without a stated access is told apart by an access that nobody has.
        loader: loader ? (loader.access ?? UNGUARDED) : null,
        action: action ? (action.access ?? UNGUARDED) : null,
      },
    ]
  })
}

/** An address of the route with ids that lead nowhere. */
export const addressOf = ({ path }: BuiltRoute): string =>
  path
    .replace(/:token/g, 'nothing.nothing')
    .replace(/:slug/g, 'nessuna')
    .replace(/:step/g, '1')
    .replace(/:[A-Za-z]+/g, '11111111-1111-4111-8111-111111111111')
