import type { ServerBuild } from '@remix-run/node'

type Pattern = { path: string; matches: RegExp; wildcards: number }

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function patternOf(path: string): Pattern {
  const segments = path.split('/').filter(Boolean)
  const source = segments.map((segment) => {
    if (segment === '*') return '(?:/.*)?'
    if (segment.startsWith(':')) return segment.endsWith('?') ? '(?:/[^/]+)?' : '/[^/]+'
    return `/${escapeRegExp(segment)}`
  })
  return {
    path: `/${segments.join('/')}`,
    matches: new RegExp(`^${source.join('')}/?$`, 'i'),
    wildcards: segments.filter((segment) => /^[:*]/.test(segment)).length,
  }
}

function fullPath(routes: ServerBuild['routes'], id: string): string {
  const route = routes[id]
  if (!route) return ''
  return `${route.parentId ? fullPath(routes, route.parentId) : ''}/${route.path ?? ''}`
}

/**
 * Builds the function that names a path by the pattern of its route, `/opportunita/:id`. Logs and metrics carry
 * the name only: a path holds ids, tokens, and whatever somebody typed after the slash.
 */
export function routeNamer(routes: ServerBuild['routes']): (path: string) => string {
  const patterns = Object.keys(routes)
    .filter((id) => id !== 'root')
    .map((id) => patternOf(fullPath(routes, id)))
    .sort((a, b) => a.wildcards - b.wildcards || b.path.length - a.path.length)
  return (path) => {
    const page = path.replace(/^\/_root\.data$/, '/').replace(/\.data$/, '')
    return patterns.find(({ matches }) => matches.test(page))?.path ?? '(unmatched)'
  }
}
