import { redirect } from '@remix-run/node'
import { renewCardLink } from '#app/domain/proposals/link-actor.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { defineLoader, definePlainAction } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'

/** Nothing to read here: the button lives on the card's page. */
export const loader = defineLoader('everyone', ({ params }) =>
  Promise.resolve(redirect(`/c/${encodeURIComponent(params.token ?? '')}`)),
)

/** The page has nothing to show beside the flash, whether the link was sent or asked for too often. */
const sent = async (token: string, address: string): Promise<string> => {
  try {
    await renewCardLink(token, address)
    return 'proposals_link_renewed'
  } catch (error) {
    if (error instanceof DomainError && error.code === 'too_many') return error.reason
    throw error
  }
}

export const action = definePlainAction('everyone', async ({ params, info }) => {
  const token = params.token ?? ''
  const flash = await sent(token, info.clientAddress)
  return redirectTo(`/c/${encodeURIComponent(token)}`, { flash })
})
