import type { Server } from 'node:http'
import { SECOND } from '#app/domain/shared/durations.ts'
import { errorFields, log } from '#app/platform/log.server.ts'

const GRACE = 10 * SECOND
const SWEEP = 0.1 * SECOND

/**
 * Stops accepting, lets what is running finish for at most ten seconds, then cuts the rest off. Connections kept
 * open by browsers are closed as soon as they are idle.
 */
export function closeGracefully(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP)
    const cut = setTimeout(() => server.closeAllConnections(), GRACE)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(cut)
      resolve()
    })
  })
}

/** Ends the process well at SIGTERM and SIGINT: requests first, then the pools. */
export function stopOnSignals(server: Server, closePools: () => Promise<void>): void {
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ reason: signal }, 'web stopping')
    closeGracefully(server)
      .then(closePools)
      .catch((error: unknown) => log.error(errorFields(error), 'pools not closed'))
      .finally(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/**
 * Keeps the process alive through a fault that no request has caught. It holds no state that such a fault could
 * leave half done (every change is a transaction), and dying would take the other people's requests along.
 */
export function surviveFaults(): void {
  process.on('uncaughtException', (error) => log.error(errorFields(error), 'uncaught fault'))
  process.on('unhandledRejection', (error) => log.error(errorFields(error), 'unhandled rejection'))
}
