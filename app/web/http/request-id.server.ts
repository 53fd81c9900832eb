import type { RequestHandler, Response } from 'express'
import { randomBytes, randomUUID } from 'node:crypto'

/** What the first middleware puts on every response for the later ones. */
export type RequestLocals = {
  requestId: string
  nonce: string
  /** Set where the answer is a file of the client build. */
  file?: true
}

/** The typed reading of `response.locals`. */
export const requestLocals = (response: Response): RequestLocals => response.locals as RequestLocals

/**
 * Gives the request a random id and a script nonce. The id is ours alone: one sent by the client is ignored, or
 * anybody could write into our logs.
 */
export const identifyRequest: RequestHandler = (_request, response, next) => {
  const locals: RequestLocals = { requestId: randomUUID(), nonce: randomBytes(16).toString('base64') }
  Object.assign(response.locals, locals)
  response.setHeader('X-Request-Id', locals.requestId)
  next()
}
