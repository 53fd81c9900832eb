import { data } from '@remix-run/node'
import { roleOf, type Actor, type Role } from '#app/domain/shared/actor.ts'
import type { Call } from './define.server.ts'
import { readFlash } from './flash.server.ts'

const userOf = (actor: Actor): { name: string; role: Role } | null =>
  actor.kind === 'staff' || actor.kind === 'hr' ? { name: actor.name, role: roleOf(actor) as Role } : null

/** What the frame around a page shows: who is signed in, the language, what the last action said. */
export function loadFrame({ actor, request, info }: Call) {
  const { flash, headers } = readFlash(request)
  return data({ user: userOf(actor), locale: info.locale, flash }, { headers })
}
