import { redirect } from '@remix-run/node'
import { signOut } from '#app/domain/accounts/sign-out.server.ts'
import { signedOut } from '#app/web/browser.server.ts'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { sessionOf } from '#app/web/request.server.ts'

/** A bookmark or a reload of the form's address. */
export const loader = defineLoader('everyone', () => Promise.resolve(redirect('/')))

/** Ends the session of this browser. */
export const action = defineAction('everyone', async ({ tx, request, info }) => {
  const { sessionId } = await sessionOf(request, info)
  await signOut(tx, sessionId)
  return signedOut('/accedi')
})
