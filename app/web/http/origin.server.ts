import type { Application, Request, RequestHandler } from 'express'

const LOOPBACK = ['localhost', '127.0.0.1']

/** What decides which addresses are ours. */
export type OriginSettings = { APP_MODE: 'demo' | 'production' | 'test'; APP_URL: string }

/**
 * The origins a browser may post from. In the demo, the address on which we really listen counts too: somebody
 * who opens 127.0.0.1 instead of localhost, or moves the port, must be able to sign in.
 */
export function ownOrigins(request: Request, settings: OriginSettings): string[] {
  const configured = new URL(settings.APP_URL).origin
  if (settings.APP_MODE !== 'demo') return [configured]
  const port = request.socket.localPort
  return [configured, ...LOOPBACK.map((host) => new URL(`http://${host}:${port}`).origin)]
}

/**
 * The origin under which this request is served: always one of ours, never what `Host` says, so that no link or
 * redirect can be made to point elsewhere.
 */
export function servedOrigin(request: Request, settings: OriginSettings): string {
  const origins = ownOrigins(request, settings)
  return origins.find((origin) => new URL(origin).host === request.headers.host) ?? (origins[0] as string)
}

/** Tells Express which peers are our proxies: addresses, networks or `loopback`, separated by commas. */
export function trustProxies(app: Application, trustedProxy: string | undefined): void {
  app.set('trust proxy', trustedProxy ? trustedProxy.split(',').map((part) => part.trim()) : false)
}

/** Removes every forwarding header from a request whose peer is not a proxy of ours. */
export const dropForgedForwarding: RequestHandler = (request, _response, next) => {
  const trusts = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean
  if (!trusts(request.socket.remoteAddress ?? '', 0)) {
    for (const name of Object.keys(request.headers)) {
      if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name]
    }
  }
  next()
}
