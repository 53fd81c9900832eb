import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { once } from 'node:events'
import { createServer as createHttpServer, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { rehearse } from '#app/domain/match-engine/rehearse.server.ts'
import { SECOND } from '#app/domain/shared/durations.ts'
import { type Env, env } from '#app/platform/env.server.ts'
import { type HealthReport, healthReport } from '#app/platform/health.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { refuseLoginOf } from '#app/platform/own-login.ts'
import { refuseUnsafeSearchKeys } from '#app/platform/search.server.ts'
import { accessLog } from '#app/web/http/access-log.server.ts'
import { assets } from '#app/web/http/assets.server.ts'
import { securityHeaders } from '#app/web/http/csp.server.ts'
import { inboundMail } from '#app/web/http/inbound-mail.server.ts'
import { refuseForeignForms } from '#app/web/http/csrf.server.ts'
import { allowMethods, checkAddress, readForm } from '#app/web/http/limits.server.ts'
import { operations } from '#app/web/http/operations.server.ts'
import { dropForgedForwarding, trustProxies } from '#app/web/http/origin.server.ts'
import { sendPlainPage } from '#app/web/http/plain-page.server.ts'
import { remixHandler } from '#app/web/http/remix-handler.server.ts'
import { identifyRequest, requestLocals } from '#app/web/http/request-id.server.ts'
import { routeNamer } from '#app/web/http/route-pattern.server.ts'
import { stopOnSignals, surviveFaults } from '#app/web/http/shutdown.server.ts'
import { serveInLocale } from '#app/web/locale.server.ts'
import { closeDatabase } from '#db/client.ts'

export type WebServerOptions = {
  build: ServerBuild
  /** The folder of the client build. */
  clientDirectory: string
  settings: Pick<Env, 'APP_MODE' | 'APP_URL' | 'TRUSTED_PROXY' | 'METRICS_TOKEN' | 'INBOUND_SECRET'>
  healthReport: () => Promise<HealthReport>
}

const answerFault: ErrorRequestHandler = (error: { status?: unknown }, _request, response, _next) => {
  const status = typeof error.status === 'number' && error.status < 500 ? error.status : 500
  if (status >= 500) log.error({ ...errorFields(error), ...requestLocals(response) }, 'request failed')
  if (response.headersSent) response.destroy()
  else sendPlainPage(response, status)
}

/** The chain that a request goes through before Remix sees it; the order is the security policy. */
function createApp({ build, clientDirectory, settings, healthReport }: WebServerOptions): Express {
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', false)
  trustProxies(app, settings.TRUSTED_PROXY)
  app.use(identifyRequest, accessLog(routeNamer(build.routes)), securityHeaders(settings.APP_URL))
  app.use(dropForgedForwarding, serveInLocale, allowMethods, checkAddress, compression())
  app.use(operations({ healthReport, metricsToken: settings.METRICS_TOKEN }), assets(clientDirectory))
  app.use(inboundMail(settings.INBOUND_SECRET))
  app.use(refuseForeignForms(settings), readForm, remixHandler(build, settings), answerFault)
  return app
}

/** The web server, not yet listening. Slow senders are cut off: they would hold a connection for nothing. */
export function createServer(options: WebServerOptions): Server {
  return createHttpServer(
    {
      requestTimeout: 30 * SECOND,
      headersTimeout: 10 * SECOND,
      keepAliveTimeout: 5 * SECOND,
      connectionsCheckingInterval: 5 * SECOND,
    },
    createApp(options),
  )
}

/** Starts the process's web server from the build beside this file. */
async function start(): Promise<void> {
  refuseLoginOf('passaparola_worker', env())
  await refuseUnsafeSearchKeys()
  // While the pages are loaded. Without a database they say so themselves, and the first match does what this would have.
  const rehearsed = rehearse().catch((error: unknown) => log.warn(errorFields(error), 'no match rehearsed'))
  const build = (await import(new URL('./build/server/index.js', import.meta.url).href)) as ServerBuild
  const clientDirectory = fileURLToPath(new URL('./build/client', import.meta.url))
  const server = createServer({ build, clientDirectory, settings: env(), healthReport })
  await rehearsed
  server.listen(env().PORT)
  // A port that is taken ends the process; from here on no fault does.
  await once(server, 'listening')
  log.info({ port: env().PORT }, 'web listening')
  surviveFaults()
  stopOnSignals(server, closeDatabase)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void start()
