import type { VisitLanguage } from './languages.ts'
import ar from './texts/ar.json' with { type: 'json' }
import en from './texts/en.json' with { type: 'json' }
import es from './texts/es.json' with { type: 'json' }
import fr from './texts/fr.json' with { type: 'json' }
import it from './texts/it.json' with { type: 'json' }

/** The edition of the reviewed texts: it moves on with every change of the words that somebody agrees to. */
export const TEXT_VERSION = '2026-11'

export type TextKey = keyof typeof it
export type VisitTexts = Record<TextKey, string>

/** Every text of a person's own pages, in the words of each language that was reviewed. The interface's own are apart. */
export const visitTexts: Record<VisitLanguage, VisitTexts> = { it, en, fr, es, ar }
