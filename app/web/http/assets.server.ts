import { type RequestHandler, type Response, Router, static as serveStatic } from 'express'
import { join } from 'node:path'
import { sendPlainPage } from './plain-page.server.ts'
import { requestLocals } from './request-id.server.ts'

const notFound: RequestHandler = (_request, response) => sendPlainPage(response, 404)

/** `serve-static` leaves a `Cache-Control` that is already there, ours of every response, unless told like this. */
const files = (directory: string, cacheControl: string): RequestHandler =>
  serveStatic(directory, {
    redirect: false,
    index: false,
    setHeaders: (response: Response, path: string) => {
      requestLocals(response).file = true
      // An image that is text: `serve-static` leaves its letters to be guessed.
      if (path.endsWith('.svg')) response.setHeader('Content-Type', 'image/svg+xml; charset=utf-8')
      response.setHeader('Cache-Control', cacheControl)
    },
  })

/**
 * The files of the client build. Those under `/assets` carry a hash of their content in their names and never
 * change; a missing one is 404 at once, and not a page of the application.
 */
export function assets(clientDirectory: string): Router {
  const router = Router()
  const hashed = files(join(clientDirectory, 'assets'), 'public, max-age=31536000, immutable')
  router.use('/assets', hashed, notFound)
  router.use(files(clientDirectory, 'public, max-age=3600'))
  return router
}
