import { data } from '@remix-run/node'
import { roleOf, type Actor, type Role } from '#app/domain/shared/actor.ts'
import { degradedNotices } from '#app/platform/health.server.ts'
import type { Call } from './define.server.ts'
import { readFlash } from './flash.server.ts'
import { text } from './text.server.ts'

const userOf = (actor: Actor): { name: string; role: Role } | null =>
  actor.kind === 'staff' || actor.kind === 'hr' ? { name: actor.name, role: roleOf(actor) as Role } : null

/**
 * What the frame around a page shows: who is signed in, the language, what the last action said, and, to whoever works
 * here, what waits because a part is down.
 */
export async function loadFrame({ actor, request, info }: Call) {
  const { flash, headers } = readFlash(request)
  const user = userOf(actor)
  const notices = user ? await degradedNotices() : []
  const banners = notices.map((key) => ({ tone: 'warn' as const, text: text(key) }))
  return data({ user, locale: info.locale, flash, banners }, { headers })
}
