import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { Request, RequestHandler } from 'express'
import { Readable } from 'node:stream'
import { currentLocale } from '#app/web/locale.server.ts'
import { bodyOf } from './limits.server.ts'
import { type OriginSettings, servedOrigin } from './origin.server.ts'
import { requestLocals } from './request-id.server.ts'

/**
 * The request as Remix may see it: the body already read, our own origin whatever `Host` and `X-Forwarded-Host`
 * say, and no `Origin`, because who may post has been decided before (Remix would compare it to `Host`).
 */
function seenByRemix(request: Request, settings: OriginSettings): Request {
  const { protocol, host, hostname } = new URL(servedOrigin(request, settings))
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter(([name]) => name !== 'origin' && !name.startsWith('x-forwarded-')),
  )
  headers.host = host
  const body = bodyOf(request)
  return Object.assign(Readable.from(body.length > 0 ? [body] : [], { objectMode: false }), {
    method: request.method,
    originalUrl: request.originalUrl,
    protocol: protocol.slice(0, -1),
    hostname,
    headers,
    ip: request.ip,
    get: (name: string) => headers[name.toLowerCase()],
  }) as unknown as Request
}

/** Hands a request to Remix, with what the loaders and the document need to know about it. */
export function remixHandler(build: ServerBuild, settings: OriginSettings): RequestHandler {
  const handle = createRequestHandler({
    build,
    mode: build.mode,
    getLoadContext: (request, response) => {
      const { nonce, requestId } = requestLocals(response)
      return { nonce, requestId, locale: currentLocale(), clientAddress: request.ip ?? '' }
    },
  })
  return (request, response, next) => void handle(seenByRemix(request, settings), response, next)
}
