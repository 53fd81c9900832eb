import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import { startApp, type RunningApp } from '#tests/support/running-app.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

/** What the program that people start loads only when it is used, and no walk through its pages comes to. */
const db = useTestDatabase()
let app: RunningApp
let anna: Awaited<ReturnType<typeof aStaff>>
let Cookie = ''

beforeAll(async () => {
  anna = await aStaff()
  Cookie = await cookieOf(anna)
  app = await startApp(db.urls())
}, 180_000)
afterAll(() => app?.stop(), 30_000)

const get = (path: string) => fetch(app.url + path, { redirect: 'manual', headers: { Cookie } })
const send = (path: string, name: string, bytes: Uint8Array, fields: Record<string, string> = {}) => {
  const body = new FormData()
  for (const [field, value] of Object.entries(fields)) body.set(field, value)
  body.set('file', new File([new Uint8Array(bytes)], name))
  const headers = { Cookie, Origin: app.url }
  return fetch(app.url + path, { method: 'POST', redirect: 'manual', headers, body })
}

it('a document is cleaned', async () => {
  const { candidateId } = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
  const document = await PDFDocument.create()
  document.addPage([200, 200]).drawText('Cuoca')
  const answer = await send(`/lavoro/persone/${candidateId}/curriculum`, 'cv.pdf', await document.save())
  expect(answer.status).toBe(303)
  const file = await get(`/documenti/persone/${candidateId}`)
  expect((await PDFDocument.load(await file.arrayBuffer())).getPageCount()).toBe(1)
})

it('a photograph is cleaned', async () => {
  const page = `/lavoro/storie/${await aStory({ writtenBy: anna.userId })}`
  const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
  expect((await send(`${page}/foto`, 'a.png', picture, { alt: 'Un forno' })).status).toBe(303)
  expect(await (await get(page)).text()).toContain('alt="Un forno"')
})

it('a spreadsheet is written', async () => {
  const file = await get('/aziende/esporta?formato=xlsx')
  expect(file.status).toBe(200)
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})
