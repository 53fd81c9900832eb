import { MOST_ITEMS } from '#app/domain/openings/fields.schema.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import type { Choice } from '#app/ui/taxonomy/lookup.ts'
import { takeSkillSearch } from '#app/web/take-search.server.ts'

/** A line of the list as it stands in the form, before any rule has looked at it. */
export type SkillLine = Choice & { need: string; level: string }

const BOX = { press: 'do', query: 'q' }

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function linesIn(form: FormData, locale: LabelLocale): SkillLine[] {
  // One more than may be, so that the rule sees that there are too many.
  return Array.from({ length: MOST_ITEMS + 1 }, (_, index) => {
    const field = (name: string) => typed(form, `skills[${index}].${name}`)
    const code = field('code')
    return { code, label: labelOfSkill(code, locale), need: field('need'), level: field('level') }
  }).filter(({ code }) => code !== '')
}

function writeLines(form: FormData, lines: readonly SkillLine[]): void {
  for (const name of new Set(form.keys())) if (name.startsWith('skills')) form.delete(name)
  for (const [index, line] of lines.entries())
    for (const name of ['code', 'need', 'level'] as const) form.set(`skills[${index}].${name}`, line[name])
}

/**
 * The list of skills in the form after the button pressed has had its effect. `again` when it was one of the list's own
 * buttons: the page is shown again with it and nothing is saved.
 */
export async function readSkillLines(tx: Tx, form: FormData, locale: LabelLocale) {
  const { again, act, code, search } = await takeSkillSearch(tx, form, locale, BOX)
  form.delete(BOX.press)
  const before = linesIn(form, locale)
  const without = before.filter((line) => line.code !== code)
  const adds = act === 'add' && without.length === before.length && before.length < MOST_ITEMS
  const added = { code, label: labelOfSkill(code, locale), need: 'required', level: '1' }
  const skills = adds ? [...before, added] : act === 'remove' ? without : before
  writeLines(form, skills)
  return { again, answer: { skills, search } }
}

/** The same for the skills that the work teaches, which are boxes to tick. */
export async function readTaught(tx: Tx, form: FormData, locale: LabelLocale) {
  const { again, act, code, search } = await takeSkillSearch(tx, form, locale, BOX)
  form.delete(BOX.press)
  const ticked = form.getAll('teaches').filter((value) => typeof value === 'string')
  const teaches = act === 'add' && code && !ticked.includes(code) ? [...ticked, code] : ticked
  form.delete('teaches')
  for (const taught of teaches) form.append('teaches', taught)
  const taught = teaches
    .slice(0, MOST_ITEMS)
    .map((each) => ({ code: each, label: labelOfSkill(each, locale) }))
  return { again, answer: { taught, search } }
}
