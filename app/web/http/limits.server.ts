import type { Request, RequestHandler } from 'express'
import { MOST_BYTES } from '#app/domain/files/file-kinds.ts'
import { formFault } from './form-guard.server.ts'
import { sendPlainPage } from './plain-page.server.ts'

const ALLOWED_METHODS = ['GET', 'HEAD', 'POST']
const MAX_QUERY_FIELDS = 200
export const MAX_BODY_BYTES = 256 * 1024

/** The forms that take a file; whatever is sent anywhere else stays small. */
const TAKES_A_FILE =
  /^\/(?:lavoro\/persone\/[^/]+\/curriculum|rete\/verifiche\/[^/]+\/visura|(?:azienda|lavoro)\/storie\/[^/]+\/foto)(?:\.data)?$/
/** Somewhat too large is told beside the field; far too large is not read at all. */
const mostBytes = (path: string): number => (TAKES_A_FILE.test(path) ? 2 * MOST_BYTES : MAX_BODY_BYTES)

const bodies = new WeakMap<Request, Buffer>()

/** The body that `readBody` has read for this request; empty where there is none. */
export const bodyOf = (request: Request): Buffer => bodies.get(request) ?? Buffer.alloc(0)

/** Answers 405 to every method that no page of ours uses, TRACE among them. */
export const allowMethods: RequestHandler = (request, response, next) => {
  if (ALLOWED_METHODS.includes(request.method)) return next()
  response.setHeader('Allow', ALLOWED_METHODS.join(', '))
  sendPlainPage(response, 405)
}

/**
 * Refuses addresses that no link of ours has. `_data` would run one loader or action alone, past Remix's checks;
 * a NUL can't be stored by PostgreSQL; an undecodable path would be printed by the router's own warning.
 */
export const checkAddress: RequestHandler = (request, response, next) => {
  const [path = '', query = ''] = request.originalUrl.split(/\?(.*)/s, 2)
  if (!path.startsWith('/') || !decodes(path) || /%00/.test(request.originalUrl)) {
    return sendPlainPage(response, 400)
  }
  const fields = new URLSearchParams(query)
  if (fields.has('_data')) return sendPlainPage(response, 404)
  if (fields.size > MAX_QUERY_FIELDS) return sendPlainPage(response, 400)
  next()
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * Reads the whole body of a POST before anything else sees it: 413 above the cap, 415 and 400 where it is not a
 * form that a page of ours could have sent.
 */
export const readForm: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST') return next()
  readBody(request)
    .then(async (body) => {
      if (body === null) return sendPlainPage(response, 413)
      const fault = await formFault(body, request.headers['content-type'])
      if (fault !== null) return sendPlainPage(response, fault)
      bodies.set(request, body)
      next()
    })
    // Whoever hangs up while sending is no fault of ours, and nobody is left to answer.
    .catch((error: unknown) => (request.complete ? next(error) : response.destroy()))
}

/**
 * The body, or null where it is over the cap. What is over is read to its end and thrown away, since a client
 * that is cut off while sending never sees the answer; the server's request timeout bounds how long.
 */
function readBody(request: Request): Promise<Buffer | null> {
  const most = mostBytes(request.path)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      else chunks.length = 0
    })
    request.on('end', () => resolve(size <= most ? Buffer.concat(chunks) : null))
    request.on('error', reject)
  })
}
