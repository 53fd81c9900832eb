import type { EngineName } from '#app/domain/match-engine/engine.ts'
import { env } from '#app/platform/env.server.ts'
import { text } from './text.server.ts'

/** A word to people when another engine than the usual one has answered; null when all is as always. */
export function engineNote(answeredBy: EngineName): string | null {
  const usual: EngineName = env().MEILI_URL ? 'meilisearch' : 'postgresql'
  if (answeredBy === usual) return null
  return text(answeredBy === 'postgresql' ? 'reviews_engine_slow' : 'reviews_engine_other')
}
