import { redirect } from '@remix-run/node'
import { isTokenShaped } from '#app/domain/accounts/token-shape.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { doorCookie } from '#app/web/visit/visit-cookies.server.ts'

/**
 * The address in the code. It opens nothing by itself: the secret goes into a cookie and the browser on to an address
 * without it, so that neither its bar nor its history ever holds the secret.
 */
export const loader = defineLoader('everyone', ({ params }) => {
  const { token = '' } = params
  const headers = isTokenShaped(token) ? { 'Set-Cookie': doorCookie(token) } : undefined
  return Promise.resolve(redirect('/v', { status: 303, headers }))
})
