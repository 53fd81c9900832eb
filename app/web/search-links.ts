import type { SearchHit } from '#app/domain/search/result.ts'
import type { Actor } from '#app/domain/shared/actor.ts'

function toStory(actor: Actor, { ref, companyId, slug, state }: SearchHit): string | null {
  if (actor.kind === 'hr' && actor.companyId === companyId) return `/azienda/storie/${ref}`
  if (actor.kind === 'staff' && actor.role === 'case_manager') return `/lavoro/storie/${ref}`
  if (actor.kind === 'staff' && actor.role === 'coordinator') return `/rete/storie/${ref}`
  return state === 'published' && slug ? `/storie/${slug}` : null
}

/**
 * Where an actor works with what she found; null where it has no page of its own: a skill or profession leads to what
 * names it.
 */
export function linkOf(actor: Actor, hit: SearchHit): string | null {
  const desk = actor.kind === 'staff' && actor.role === 'case_manager'
  switch (hit.kind) {
    case 'opening':
      if (actor.kind === 'hr') return `/azienda/opportunita/${hit.ref}`
      return desk ? `/lavoro/opportunita/${hit.ref}` : `/rete/aziende/${hit.companyId ?? ''}`
    case 'company':
      return desk ? `/lavoro/aziende/${hit.ref}` : `/rete/aziende/${hit.ref}`
    case 'story':
      return toStory(actor, hit)
    case 'profession':
    case 'skill':
      return null
    default:
      return hit.kind satisfies never
  }
}
