import { redirect } from '@remix-run/node'
import { renewCardLink } from '#app/domain/proposals/link-actor.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'

/** Nothing to read here: the button lives on the card's page. */
export const loader = defineLoader('everyone', ({ params }) =>
  Promise.resolve(redirect(`/c/${encodeURIComponent(params.token ?? '')}`)),
)

export const action = definePlainAction('everyone', async ({ params }) => {
  const token = params.token ?? ''
  await renewCardLink(token)
  return redirectTo(`/c/${encodeURIComponent(token)}`, { flash: 'proposals_link_renewed' })
})
