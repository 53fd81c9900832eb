import { Router } from 'express'
import { collectDefaultMetrics, register } from 'prom-client'
import { equalInConstantTime } from '#app/platform/crypto.server.ts'
import type { HealthReport } from '#app/platform/health.server.ts'
import { sendPlainPage } from './plain-page.server.ts'

export type OperationsOptions = {
  healthReport: () => Promise<HealthReport>
  metricsToken: string | undefined
}

/** `/healthz` for whoever watches the service, and `/metrics` for who holds the token. */
export function operations({ healthReport, metricsToken }: OperationsOptions): Router {
  const router = Router()
  if (!register.getSingleMetric('process_cpu_seconds_total')) collectDefaultMetrics()

  router.get('/healthz', (_request, response, next) => {
    healthReport()
      .then((report) => response.status(report.status === 'down' ? 503 : 200).json(report))
      .catch(next)
  })

  router.get('/metrics', (request, response, next) => {
    if (!metricsToken) return sendPlainPage(response, 404)
    if (!equalInConstantTime(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) {
      response.setHeader('WWW-Authenticate', 'Bearer')
      return sendPlainPage(response, 401)
    }
    register
      .metrics()
      .then((text) => response.type(register.contentType).send(text))
      .catch(next)
  })
  return router
}
