import { redirect } from '@remix-run/node'
import { audit } from '#app/domain/audit/record.server.ts'
import type { Actor, Role } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'

/** Says who acts from the request itself, where a signed link stands in for an account. */
export type ByLink = {
  byLink: (request: Request, params: Record<string, string | undefined>) => Promise<Actor>
}

/** Who may call a loader or action: everybody, anybody signed in, some roles, or the holder of a signed link. */
export type Access = 'everyone' | 'signed_in' | readonly Role[] | ByLink

export const isByLink = (access: Access): access is ByLink => typeof access === 'object' && 'byLink' in access

export const admits = (access: Access, actor: Actor): boolean => {
  if (access === 'everyone' || isByLink(access)) return true
  if (actor.kind !== 'staff' && actor.kind !== 'hr') return false
  return access === 'signed_in' || access.includes(actor.role)
}

/**
 * Writes that somebody was refused, in a transaction of its own: the refused one is rolled back. Nobody in particular is
 * not written down: anybody could fill the log that way, and hold up who waits for the head of the network's chain.
 */
export async function recordDenial(
  actor: Actor,
  action: string,
  params: Record<string, unknown>,
): Promise<void> {
  if (actor.kind === 'anonymous') return
  // Where a page is about a person, she is who was asked for, whatever stands before her in the address.
  const subject = [params.candidateId, ...Object.values(params)].find(
    (value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value),
  )
  await withActor(actor, (tx) =>
    audit(tx, {
      action,
      subjectType: 'route',
      subjectId: typeof subject === 'string' ? subject : null,
      result: 'denied',
    }),
  )
}

/**
 * Refuses an actor: whoever is not signed in is sent to sign in and back here, whoever is gets 403.
 * @throws Response always.
 */
export async function refuse(
  actor: Actor,
  request: Request,
  route: string,
  params: Record<string, unknown>,
): Promise<never> {
  await recordDenial(actor, `denied ${route}`, params)
  if (actor.kind === 'anonymous') {
    const path = new URL(request.url).pathname.replace(/\.data$/, '')
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw redirect(request.method === 'GET' ? `/accedi?a=${encodeURIComponent(path)}` : '/accedi', 303)
  }
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw new Response(null, { status: 403 })
}
