import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '#app/domain/shared/actor.ts'
import { profiles } from '#db/schema/candidates.ts'
import { openings } from '#db/schema/openings.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { occupationCode, occupationName, skillCode, skillName } from '#tests/support/esco-files.ts'
import { withEsco } from '#tests/support/esco-import.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const WANTED = occupationCode(5)
let server: Awaited<ReturnType<typeof startRealServer>>
let cookies: { staff: string; hr: string }
let staff: StaffActor
let person: CandidateRef

beforeAll(async () => {
  staff = await aStaff('case_manager')
  person = await aCandidate({ orgId: staff.orgId, caseManagerId: staff.userId })
  cookies = { staff: await cookieOf(staff), hr: await cookieOf(await anHrContact()) }
  await withEsco({ skills: 60, occupations: 10, perOccupation: 20 })
  server = await startRealServer()
}, 60_000)
afterAll(() => server.stop())

const post = (cookie: string, path: string, fields: Record<string, string>) =>
  fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
const get = (cookie: string, path: string) => fetch(server.url + path, { headers: { Cookie: cookie } })

test('a company finds a profession that the list has not, loses nothing that it typed, and may choose it', async () => {
  const typed = { kind: 'job', professionCode: '', title: 'Cuoco di linea', tasks: 'Il turno di sera' }
  const path = '/azienda/opportunita/nuova'
  const answer = await post(cookies.hr, path, {
    ...typed,
    profession_q: occupationName(5, 'it'),
    do: 'find-profession',
  })
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page).toContain(`<option value="${WANTED}">${occupationName(5, 'it')}</option>`)
  expect(page).toContain('value="Cuoco di linea"')
  expect(page).toContain('Il turno di sera</textarea>')

  const saved = await post(cookies.hr, path, {
    ...typed,
    professionCode: WANTED,
    profession_q: '',
    do: 'enter',
  })
  expect(saved.status).toBe(303)
  const [opening] = await db.asSystem((tx) =>
    tx.select().from(openings).where(eq(openings.professionCode, WANTED)),
  )
  expect(opening?.title).toBe('Cuoco di linea')
  // The next step suggests the skills of the profession that was picked.
  const next = await (await get(cookies.hr, saved.headers.get('Location') ?? '')).text()
  expect(next).toContain(`value="add:${skillCode(35)}"`)
  expect(next).toContain(skillName(35, 'it'))
})

test('a chosen profession stays chosen where another field is wrong', async () => {
  const answer = await post(cookies.hr, '/azienda/opportunita/nuova', {
    ...{ kind: 'job', professionCode: WANTED, title: '', tasks: '', profession_q: '' },
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(`<option value="${WANTED}" selected="">`)
})

test('a profile’s form suggests, adds and gives away skills without saving, and keeps what was typed', async () => {
  const path = `/lavoro/persone/${person.candidateId}/profilo`
  const form = { professionCode: occupationCode(0), minPay: '850,50', 'skills[0].code': 'sk-pizza' }
  const withLevel = { ...form, 'skills[0].level': '3' }
  const suggested = await (await post(cookies.staff, path, { ...withLevel, intent: 'suggest' })).text()
  expect(suggested).toContain(`value="skill-add:${skillCode(0)}"`)
  expect(suggested).toContain('value="850,50"')

  const added = await (
    await post(cookies.staff, path, { ...withLevel, intent: `skill-add:${skillCode(0)}` })
  ).text()
  expect(added).toContain(`name="skills[0].code" value="sk-pizza"`)
  expect(added).toContain(`name="skills[1].code" value="${skillCode(0)}"`)
  const removed = await (
    await post(cookies.staff, path, { ...withLevel, intent: 'skill-remove:sk-pizza' })
  ).text()
  expect(removed).not.toContain('name="skills[0].code"')
  const planned = await (
    await post(cookies.staff, path, { ...withLevel, intent: `plan-add:${skillCode(9)}` })
  ).text()
  expect(planned).toMatch(new RegExp(`name="planSkills"[^>]*value="${skillCode(9)}"`))
  const [row] = await db.asSystem((tx) =>
    tx.select().from(profiles).where(eq(profiles.candidateId, person.candidateId)),
  )
  expect(row?.skillCodes).not.toContain('sk-pizza')
})

test('what is found while typing is for those who are signed in, and not without end', async () => {
  const path = `/tassonomia/competenze?q=${encodeURIComponent(skillName(0, 'it'))}`
  expect(await (await get(cookies.hr, path)).json()).toEqual({
    query: skillName(0, 'it'),
    found: [{ code: skillCode(0), label: skillName(0, 'it') }],
  })
  const suggested = await get(cookies.staff, `/tassonomia/competenze?professione=isco-9412-dishwasher`)
  expect(((await suggested.json()) as { found: { code: string }[] }).found[0]?.code).toBe('sk-dishwashing')
  expect((await get(cookies.staff, '/tassonomia/altro?q=x')).status).toBe(404)
  let last = 0
  for (let count = 0; count < 130 && last !== 429; count++) last = (await get(cookies.hr, path)).status
  expect(last).toBe(429)
  expect((await get(cookies.staff, path)).status).toBe(200)
}, 60_000)
