import type { RequestHandler } from 'express'
import type { IncomingHttpHeaders } from 'node:http'
import { mayComeFromAnywhere } from './csrf-exempt.ts'
import { type OriginSettings, ownOrigins } from './origin.server.ts'
import { sendPlainPage } from './plain-page.server.ts'

/**
 * Tells whether a request that changes something comes from our own pages. The browser's word
 * (`Sec-Fetch-Site`) decides; only browsers too old to send it are judged by `Origin`. Neither → no.
 * Remix's own check passes resource routes, `?_data=` requests and a missing `Origin`.
 */
export function comesFromOurPages(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin !== undefined && origins.includes(headers.origin)
}

/** Answers 403 to every request other than GET and HEAD that does not come from our own pages. */
export const refuseForeignForms =
  (settings: OriginSettings): RequestHandler =>
  (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const exempt = mayComeFromAnywhere(request.path)
    if (reads || exempt || comesFromOurPages(request.headers, ownOrigins(request, settings))) next()
    else sendPlainPage(response, 403)
  }
