import { NEUTRAL_SITE } from '#app/domain/visits/neutral-site.ts'
import { leaveVisit } from '#app/domain/visits/open-visit.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { doorCookie, pageCookie, readPage } from '#app/web/visit/visit-cookies.server.ts'

/**
 * The way out. A plain link has to lead out at once, also without a script and past the policy on forms, so that asking
 * for this address is enough; whoever tricked a browser into it would only have closed a page.
 */
export const loader = defineLoader('everyone', async ({ request }) => {
  await leaveVisit(readPage(request))
  const headers = new Headers({ Location: NEUTRAL_SITE })
  for (const cookie of [pageCookie(null), doorCookie(null)]) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
})
