import { readUnsubscribeToken } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import { resubscribe } from '#app/domain/follow-ups/resubscribe.server.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'

const pageOf = (token: string | undefined) => `/disiscrizione/${encodeURIComponent(token ?? '')}`

/** Opened as a page it is the one that it belongs to. */
export const loader = defineLoader('everyone', ({ params }) =>
  Promise.resolve(redirectTo(pageOf(params.token))),
)

/**
 * Messages again, for whoever changes her mind. An address of its own: the one beside it takes what a mail program sends
 * from anywhere, this one takes only the button of our page.
 */
export const action = definePlainAction('everyone', async ({ params }) => {
  const contactId = readUnsubscribeToken(params.token ?? '')
  if (!contactId) return redirectTo(pageOf(params.token))
  await resubscribe(contactId)
  return redirectTo(`${pageOf(params.token)}?ripreso=1`)
})
