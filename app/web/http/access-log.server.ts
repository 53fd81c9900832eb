import type { RequestHandler } from 'express'
import { Histogram, register } from 'prom-client'
import { log } from '#app/platform/log.server.ts'
import { requestLocals } from './request-id.server.ts'

const METRIC = 'http_request_duration_seconds'

/** Tests start several servers in one process, and the registry takes each name once. */
const durations = (): Histogram =>
  (register.getSingleMetric(METRIC) as Histogram | undefined) ??
  new Histogram({
    name: METRIC,
    help: 'Time from the first byte of a request to the last byte of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  })

/**
 * Logs and measures every answer: method, route pattern, status, time, request id. No address, no query, no IP, no
 * user agent: with a hundred people in the system, an access log of those would be a file about them.
 */
export function accessLog(nameRoute: (path: string) => string): RequestHandler {
  const histogram = durations()
  return (request, response, next) => {
    const start = performance.now()
    const { method, path } = request
    response.once('close', () => {
      const ms = Math.round(performance.now() - start)
      const { file, requestId } = requestLocals(response)
      const route = file ? '(file)' : nameRoute(path)
      const status = response.statusCode
      const state = response.writableFinished ? 'answered' : 'aborted'
      histogram.observe({ method, route, status }, ms / 1000)
      log[file ? 'debug' : 'info']({ method, route, status, ms, state, requestId }, 'request')
    })
    next()
  }
}
