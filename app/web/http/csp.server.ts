import type { RequestHandler } from 'express'
import { requestLocals } from './request-id.server.ts'

/** The policy of every response: our own files only, and scripts only with this response's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    // The style sheet of Bootstrap Italia holds its small icons as data: images.
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Files that somebody sent: shown or run by nothing, whatever is in them. */
const FILES = '/documenti/'
const FILE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'microphone',
  'midi',
]
const PERMISSIONS = [...UNUSED_FEATURES, 'payment', 'usb'].map((feature) => `${feature}=()`).join(', ')

/**
 * Sets the security headers of every class of response: pages, redirects, refusals, files, faults. `no-store` is
 * the default and the files of the build lift it for themselves (a shared computer must not keep a page).
 */
export function securityHeaders(appUrl: string): RequestHandler {
  const https = new URL(appUrl).protocol === 'https:'
  return (request, response, next) => {
    const policy = request.path.startsWith(FILES)
      ? FILE_POLICY
      : contentSecurityPolicy(requestLocals(response).nonce)
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Permissions-Policy', PERMISSIONS)
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    response.setHeader('Cache-Control', 'no-store')
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    next()
  }
}
