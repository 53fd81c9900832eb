import { MOST_ITEMS } from '#app/domain/openings/fields.schema.server.ts'
import { skillLabel } from '#app/domain/openings/label-opening.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { searchSkills } from '#app/domain/taxonomy/skills.ts'

export type SkillChoice = { code: string; label: string }
/** A line of the list as it stands in the form, before any rule has looked at it. */
export type SkillLine = SkillChoice & { need: string; level: string }
export type SkillSearch = { query: string; found: SkillChoice[] }

const PRESS = 'do'
const QUERY = 'q'
const MOST_FOUND = 12

const typed = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Where the word as typed finds nothing, its stem may: "pulizie" finds "pulizia". */
function search(query: string, locale: LabelLocale) {
  const found = searchSkills(query, locale, MOST_FOUND)
  return found.length > 0 || query.length < 5 ? found : searchSkills(query.slice(0, -1), locale, MOST_FOUND)
}

/** Takes the search box and the button pressed out of the form: they are the page's, not the opening's. */
function takeSearch(form: FormData, locale: LabelLocale) {
  const [press, query] = [typed(form, PRESS), typed(form, QUERY).slice(0, 100)]
  form.delete(PRESS)
  form.delete(QUERY)
  const found = search(query, locale).map((skill) => ({ code: skill.code, label: skill[locale] }))
  const [act = '', code = ''] = press.split(':')
  // Enter in the search box searches, anywhere else it saves.
  const again = act === 'enter' ? query !== '' : press !== ''
  return { again, act, code, search: { query, found } satisfies SkillSearch }
}

function linesIn(form: FormData, locale: LabelLocale): SkillLine[] {
  // One more than may be, so that the rule sees that there are too many.
  return Array.from({ length: MOST_ITEMS + 1 }, (_, index) => {
    const field = (name: string) => typed(form, `skills[${index}].${name}`)
    const code = field('code')
    return { code, label: skillLabel(code, locale), need: field('need'), level: field('level') }
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
export function readSkillLines(form: FormData, locale: LabelLocale) {
  const { again, act, code, search } = takeSearch(form, locale)
  const before = linesIn(form, locale)
  const without = before.filter((line) => line.code !== code)
  const adds = act === 'add' && without.length === before.length && before.length < MOST_ITEMS
  const added = { code, label: skillLabel(code, locale), need: 'required', level: '1' }
  const skills = adds ? [...before, added] : act === 'remove' ? without : before
  writeLines(form, skills)
  return { again, answer: { skills, search } }
}

/** The same for the skills that the work teaches, which are boxes to tick. */
export function readTaught(form: FormData, locale: LabelLocale) {
  const { again, act, code, search } = takeSearch(form, locale)
  const ticked = form.getAll('teaches').filter((value) => typeof value === 'string')
  const teaches = act === 'add' && code && !ticked.includes(code) ? [...ticked, code] : ticked
  form.delete('teaches')
  for (const taught of teaches) form.append('teaches', taught)
  const taught = teaches.slice(0, MOST_ITEMS).map((each) => ({ code: each, label: skillLabel(each, locale) }))
  return { again, answer: { taught, search } }
}
