import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { professions } from '#app/domain/taxonomy/professions.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'

/** Every profession under its sector, for a select. */
export const professionOptions = (locale: LabelLocale) =>
  sectors.map((sector) => ({
    group: sector[locale],
    options: professions
      .filter((profession) => profession.sector === sector.code)
      .map((profession) => ({ value: profession.code, label: profession[locale] }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
  }))
