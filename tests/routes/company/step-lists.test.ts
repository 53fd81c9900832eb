import { describe, expect, test } from 'vitest'
import { emptyWeek, toBits, weekPresets } from '#app/domain/matching/week.ts'
import { readShiftLines } from '#app/routes/company/opening-step/shift-lists.server.ts'
import { readSkillLines, readTaught } from '#app/routes/company/opening-step/skill-lists.server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, value)
  return form
}
const skill = (index: number, code: string, need = 'useful', level = '2') => ({
  [`skills[${index}].code`]: code,
  [`skills[${index}].need`]: need,
  [`skills[${index}].level`]: level,
})
const two = { ...skill(0, 'sk-pizza'), ...skill(1, 'sk-forklift', 'required', '3') }
const read = (form: FormData) => db.asSystem((tx) => readSkillLines(tx, form, 'it'))
const taught = (form: FormData) => db.asSystem((tx) => readTaught(tx, form, 'it'))
const codes = async (form: FormData) => (await read(form)).answer.skills.map(({ code }) => code)

describe('the list of skills in a form', () => {
  test('stays as it is when the step is saved, and the search box leaves the form', async () => {
    const form = formOf({ ...two, q: '', title: 'x' })
    const { again, answer } = await read(form)
    expect(again).toBe(false)
    expect(answer.skills).toMatchObject([
      { code: 'sk-pizza', need: 'useful', level: '2' },
      { code: 'sk-forklift', need: 'required', level: '3' },
    ])
    expect([...form.keys()].filter((name) => !name.startsWith('skills'))).toEqual(['title'])
  })

  test('takes one more, once, and gives one away without leaving a hole', async () => {
    expect(await codes(formOf({ ...two, do: 'add:sk-spreadsheets' }))).toEqual([
      'sk-pizza',
      'sk-forklift',
      'sk-spreadsheets',
    ])
    expect(await codes(formOf({ ...two, do: 'add:sk-pizza' }))).toEqual(['sk-pizza', 'sk-forklift'])
    const form = formOf({ ...two, do: 'remove:sk-pizza' })
    expect((await read(form)).again).toBe(true)
    expect(form.get('skills[0].code')).toBe('sk-forklift')
    expect(form.has('skills[1].code')).toBe(false)
  })

  test('Enter searches while something is typed there, and saves otherwise', async () => {
    const searched = await read(formOf({ ...two, do: 'enter', q: 'carrelli' }))
    expect(searched.again).toBe(true)
    expect(searched.answer.search.found.map(({ code }) => code)).toContain('sk-forklift')
    expect((await read(formOf({ ...two, do: 'enter', q: '' }))).again).toBe(false)
  })

  test('passes over positions that no page of ours has', async () => {
    const form = formOf({ ...two, ...skill(5_000_000, 'sk-pizza') })
    expect(await codes(form)).toEqual(['sk-pizza', 'sk-forklift'])
    expect(form.has('skills[5000000].code')).toBe(false)
  })

  test('what the work teaches keeps its ticks and takes one more', async () => {
    const form = formOf({ teaches: ['sk-pizza', 'sk-forklift'], do: 'add:sk-spreadsheets', q: 'foglio' })
    expect((await taught(form)).again).toBe(true)
    expect(form.getAll('teaches')).toEqual(['sk-pizza', 'sk-forklift', 'sk-spreadsheets'])
  })
})

describe('the list of shifts in a form', () => {
  const morning = { 'shifts[0].kind': 'fixed', 'shifts[0].hoursPerWeek': '', 'shifts[0].mask': '0-8' }

  test('folds each grid into one field', () => {
    const form = formOf({ ...morning, 'shifts[0].mask_entry': 'grid' })
    const { again, answer } = readShiftLines(form)
    expect(again).toBe(false)
    expect(answer.shifts).toHaveLength(1)
    expect([...form.keys()].sort()).toEqual(['shifts[0].hoursPerWeek', 'shifts[0].kind', 'shifts[0].mask'])
    expect(answer.shifts[0]?.week.mask.indexOf('1')).toBe(16)
  })

  test('takes an alternative, at most three, and gives one away, never the last', () => {
    const one = formOf({ ...morning, do: 'add' })
    expect(readShiftLines(one)).toMatchObject({
      again: true,
      answer: { shifts: [{ kind: 'fixed' }, { week: { mask: toBits(emptyWeek) } }] },
    })
    const three = { ...morning, 'shifts[1].kind': 'fixed', 'shifts[2].kind': 'flexible' }
    expect(readShiftLines(formOf({ ...three, do: 'add' })).answer.shifts).toHaveLength(3)
    const less = readShiftLines(formOf({ ...three, do: 'remove:1' })).answer.shifts
    expect(less.map(({ kind }) => kind)).toEqual(['fixed', 'flexible'])
    expect(readShiftLines(formOf({ ...morning, do: 'remove:0' })).answer.shifts).toHaveLength(1)
  })

  test('a button of a grid shows the page again, Enter saves', () => {
    const pressed = readShiftLines(formOf({ ...morning, 'shifts[0].mask_do': 'preset:mon_fri_8_12' }))
    expect(pressed.again).toBe(true)
    expect(pressed.answer.shifts[0]?.week.mask).toBe(toBits(weekPresets.mon_fri_8_12))
    expect(readShiftLines(formOf({ ...morning, do: 'enter' })).again).toBe(false)
  })

  test('tells the grids whose hours begin or end nowhere', () => {
    const typed = {
      'shifts[0].kind': 'fixed',
      'shifts[0].mask_entry': 'ranges',
      'shifts[0].mask_0_0_from': '08:00',
    }
    expect(readShiftLines(formOf({ ...morning, ...typed })).incomplete).toEqual([0])
  })
})
