import { cefrLevels } from '#app/domain/taxonomy/cefr.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'

/** Levels of Italian for a select, the value being the level's number. */
export const italianOptions = (locale: LabelLocale) =>
  cefrLevels.map((level) => ({ value: String(level.value), label: level[locale] }))
