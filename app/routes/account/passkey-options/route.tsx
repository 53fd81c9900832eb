import { registrationOptions } from '#app/domain/accounts/register-passkey.server.ts'
import { confirmOptions, signInOptions } from '#app/domain/accounts/verify-passkey.server.ts'
import { userIdOf } from '#app/domain/shared/actor.ts'
import { DomainError, notFound } from '#app/domain/shared/errors.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { hasFreshFactor } from '#app/web/fresh-factor.server.ts'
import { sessionOf } from '#app/web/request.server.ts'

/**
 * What a browser needs to ask for a passkey: to sign in (anybody, and nothing about anybody), to confirm or to make one
 * (of her alone who asks). Asking changes nothing.
 */
export const loader = defineLoader('everyone', async (call) => {
  const { tx, actor, request, info, url } = call
  const { pendingUserId, enrolling } = await sessionOf(request, info)
  const userId = userIdOf(actor)
  switch (url.searchParams.get('per')) {
    case 'accesso':
      return Response.json(await signInOptions())
    case 'conferma':
      return Response.json(await confirmOptions(tx, userId ?? notFound()))
    case 'nuova': {
      if (enrolling && pendingUserId) return Response.json(await registrationOptions(tx, pendingUserId))
      if (!userId) notFound()
      if (!(await hasFreshFactor(call))) throw new DomainError('forbidden', 'forbidden')
      return Response.json(await registrationOptions(tx, userId))
    }
    default:
      return notFound()
  }
})
