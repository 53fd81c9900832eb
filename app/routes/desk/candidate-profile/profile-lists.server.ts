import type { CandidateFile } from '#app/domain/candidates/read-candidate.server.ts'
import { MOST_ITEMS } from '#app/domain/openings/fields.schema.server.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { suggestSkills } from '#app/domain/taxonomy/suggest-skills.server.ts'
import { labelOfSkill } from '#app/domain/taxonomy/vocabulary.ts'
import type { Choice, Found } from '#app/ui/taxonomy/lookup.ts'
import type { MoreProfessions } from '#app/ui/taxonomy/ProfessionSearch.tsx'
import { moreProfessions, takeProfessionSearch, takeSkillSearch } from '#app/web/take-search.server.ts'

/** A line of the skills as it stands in the form. */
export type SkillLine = Choice & { level: string }

/** The lists of the form, and what may be put into them. */
export type ProfileLists = {
  skills: SkillLine[]
  planSkills: Choice[]
  preferredProfessions: string[]
  suggestions: Choice[]
  professions: MoreProfessions
  skillSearch?: Found
  planSearch?: Found
}

/** Buttons that only show the form again: more empty lines, the skills of the profession that is chosen in it. */
const AGAIN = ['more', 'suggest']
const PROFESSIONS = ['professionCode', 'preferredProfessions']

const labelled = (codes: readonly string[], locale: LabelLocale): Choice[] =>
  codes.map((code) => ({ code, label: labelOfSkill(code, locale) }))

/** The lists of a profile as it is kept. */
export async function keptLists(
  tx: Tx,
  { profile }: CandidateFile,
  locale: LabelLocale,
): Promise<ProfileLists> {
  const levelOf = (at: number) => String(profile.skillLevels[at] ?? 1)
  return {
    skills: labelled(profile.skillCodes, locale).map((skill, at) => ({ ...skill, level: levelOf(at) })),
    planSkills: labelled(profile.planSkills, locale),
    preferredProfessions: profile.preferredProfessions,
    suggestions: labelled(await suggestSkills(tx, profile.professionCode), locale),
    professions: moreProfessions([profile.professionCode, ...profile.preferredProfessions], locale),
  }
}

const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')

function skillsIn(form: FormData, locale: LabelLocale): SkillLine[] {
  // One more than may be, so that the rule sees that there are too many.
  return Array.from({ length: MOST_ITEMS + 1 }, (_, index) => {
    const [code = ''] = textsOf(form, `skills[${index}].code`)
    const [level = '1'] = textsOf(form, `skills[${index}].level`)
    return { code, label: labelOfSkill(code, locale), level }
  }).filter(({ code }) => code !== '')
}

function writeSkills(form: FormData, lines: readonly SkillLine[]): void {
  for (const name of new Set(form.keys())) if (name.startsWith('skills[')) form.delete(name)
  for (const [index, { code, level }] of lines.entries()) {
    form.set(`skills[${index}].code`, code)
    form.set(`skills[${index}].level`, level)
  }
}

function writeCodes(form: FormData, name: string, codes: readonly string[]): void {
  form.delete(name)
  for (const code of codes) form.append(name, code)
}

type Act = { act: string; code: string }

/** A list after a button of its picker: it takes a code once, and gives it away. */
function afterwards<T extends { code: string }>(
  list: T[],
  { act, code }: Act,
  added: (code: string) => T,
): T[] {
  const others = list.filter((each) => each.code !== code)
  if (act === 'remove') return others
  const adds = act === 'add' && code !== '' && others.length === list.length && list.length < MOST_ITEMS
  return adds ? [...list, added(code)] : list
}

/**
 * The lists in the form after the button pressed has had its effect, written back into the form without what is only the
 * page's. `again` when it was a button of the lists: the page is shown again with them and nothing is saved.
 */
export async function readLists(
  tx: Tx,
  form: FormData,
  intent: string,
  locale: LabelLocale,
): Promise<{ again: boolean; lists: ProfileLists }> {
  const press = 'intent'
  const skill = await takeSkillSearch(tx, form, locale, { press, query: 'skill_q', prefix: 'skill-' })
  const plan = await takeSkillSearch(tx, form, locale, { press, query: 'plan_q', prefix: 'plan-' })
  const newLine = (code: string) => ({ code, label: labelOfSkill(code, locale), level: '1' })
  const skills = afterwards(skillsIn(form, locale), skill, newLine)
  const planSkills = afterwards(labelled(textsOf(form, 'planSkills'), locale), plan, newLine)
  const preferredProfessions = textsOf(form, 'preferredProfessions')
  writeSkills(form, skills)
  writeCodes(
    form,
    'planSkills',
    planSkills.map(({ code }) => code),
  )
  writeCodes(form, 'preferredProfessions', preferredProfessions)
  const box = { press, fields: PROFESSIONS }
  const { asked, professions } = await takeProfessionSearch(tx, form, locale, box)
  const [profession = ''] = textsOf(form, 'professionCode')
  return {
    again: skill.again || plan.again || asked || AGAIN.includes(intent),
    lists: {
      ...{ skills, planSkills, preferredProfessions, professions },
      suggestions: labelled(await suggestSkills(tx, profession), locale),
      skillSearch: skill.search,
      planSearch: plan.search,
    },
  }
}
