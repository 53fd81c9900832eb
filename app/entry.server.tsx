import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { PassThrough } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { SECOND } from '#app/domain/shared/durations.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { DocumentProvider } from '#app/web/document-context.ts'
import '#app/web/locale.server.ts'

/** Promises that a loader streams are given up a moment before the rendering, so that the page can say so. */
export const streamTimeout = 7.5 * SECOND
const RENDER_TIMEOUT = 8 * SECOND

/**
 * Logs what no loader or action has answered itself: name, code and request id, never the message. A page that does
 * not exist comes here too, and is no fault.
 */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  const expected = isRouteErrorResponse(error) && error.status < 500
  if (expected || request.signal.aborted) return
  log.error({ ...errorFields(error), requestId: context.requestId }, 'request failed')
}

/** Renders the document as a stream: people get the frame at once, crawlers the whole page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const crawler = isbot(request.headers.get('User-Agent') ?? '')
  return new Promise((resolve, reject) => {
    let answered = false
    const answer = () => {
      answered = true
      const body = new PassThrough()
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
      body.once('close', () => clearTimeout(timeout))
      stream.pipe(body)
    }
    const stream = renderToPipeableStream(
      <DocumentProvider value={{ nonce, requestId }}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </DocumentProvider>,
      {
        nonce,
        onShellReady: crawler ? undefined : answer,
        onAllReady: crawler ? answer : undefined,
        onShellError(error) {
          clearTimeout(timeout)
          reject(error as Error)
        },
        onError(error) {
          // A fault before the frame rejects above and is logged by Remix.
          if (answered) log.error({ ...errorFields(error), requestId }, 'rendering failed')
          else status = 500
        },
      },
    )
    const timeout = setTimeout(() => stream.abort(), RENDER_TIMEOUT)
  })
}
