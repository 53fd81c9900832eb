import type { CefrLevel } from '#app/domain/taxonomy/cefr.ts'
import type { MatchOpening, MatchProfile } from '../types.ts'
import type { VerdictOf } from './verdict.ts'

type LanguageMet = { spoken: CefrLevel; written: CefrLevel }
export type MissingLanguage = { skill: 'spoken' | 'written'; asked: CefrLevel; held: CefrLevel }

export type LanguageVerdict = VerdictOf<'language', LanguageMet, { missing: MissingLanguage[] }>

/** Met when her spoken and her written Italian each reach what the opening asks; 0 asks for nothing. */
export function language(opening: MatchOpening, profile: MatchProfile): LanguageVerdict {
  const spoken = { skill: 'spoken', asked: opening.italianSpoken, held: profile.italianSpoken } as const
  const written = { skill: 'written', asked: opening.italianWritten, held: profile.italianWritten } as const
  const missing = [spoken, written].filter(({ asked, held }) => held < asked)
  if (missing.length > 0) return { constraint: 'language', met: false, facts: { missing } }
  const facts = { spoken: opening.italianSpoken, written: opening.italianWritten }
  return { constraint: 'language', met: true, facts }
}
