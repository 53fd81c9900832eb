import { cefrLevels } from '#app/domain/taxonomy/cefr.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { skillGroups } from '#app/domain/taxonomy/skill-groups.ts'
import { skills } from '#app/domain/taxonomy/skills.ts'

/** Levels of Italian for a select, the value being the level's number. */
export const italianOptions = (locale: LabelLocale) =>
  cefrLevels.map((level) => ({ value: String(level.value), label: level[locale] }))

/** Every skill under its group, for a select. */
export const skillOptions = (locale: LabelLocale) =>
  skillGroups.map((group) => ({
    group: group[locale],
    options: skills
      .filter((skill) => skill.group === group.code)
      .map((skill) => ({ value: skill.code, label: skill[locale] }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
  }))
