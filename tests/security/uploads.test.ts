import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UserId } from '#app/domain/shared/ids.ts'
import { candidateFiles } from '#db/schema/files.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { APP_URL, cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const at = { cookie: '', form: '', file: '', coordinator: '', anna: '' as UserId }
let server: Awaited<ReturnType<typeof startRealServer>>
let cv: Buffer

beforeAll(async () => {
  const anna = await aStaff()
  const { candidateId } = await aCandidate({ orgId: anna.orgId, caseManagerId: anna.userId })
  at.form = `/lavoro/persone/${candidateId}/curriculum`
  at.file = `/documenti/persone/${candidateId}`
  at.cookie = await cookieOf(anna)
  at.anna = anna.userId
  at.coordinator = await cookieOf(await aStaff('coordinator', anna.orgId))
  const document = await PDFDocument.create()
  document.addPage([200, 200]).drawText('Cuoca')
  cv = Buffer.from(await document.save())
  server = await startRealServer()
})
afterAll(() => server.stop())

const get = (path: string, cookie = at.cookie) =>
  fetch(server.url + path, { redirect: 'manual', headers: { Cookie: cookie } })

const send = (
  path: string,
  bytes: Buffer,
  name: string,
  type: string,
  fields: Record<string, string> = {},
) => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  const headers = { Cookie: at.cookie, Origin: APP_URL }
  return fetch(server.url + path, { method: 'POST', redirect: 'manual', headers, body: form })
}
const kept = () => db.asSystem((tx) => tx.$count(candidateFiles))

describe('a file that is sent', () => {
  it.each([
    ['SVG called PDF', Buffer.from('<svg onload="alert(1)"/>'), 400, 'non è un PDF'],
    ['nothing', Buffer.alloc(0), 400, 'Scegli un file'],
    ['six megabytes', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(6 << 20)]), 400, 'troppo grande'],
  ])(
    '%s is refused beside its field, without a script, and nothing is kept',
    async (_, bytes, status, words) => {
      const answer = await send(at.form, bytes, 'curriculum.pdf', 'application/pdf')
      expect(answer.status).toBe(status)
      const page = await answer.text()
      expect(page).toMatch(new RegExp(`id="file-error"[^>]*>[\\s\\S]{0,400}${words}`))
      expect(await kept()).toBe(0)
    },
  )

  it('of more than any form takes is not read, and not anywhere else', async () => {
    const large = Buffer.alloc(11 << 20)
    expect((await send(at.form, large, 'a.pdf', 'application/pdf')).status).toBe(413)
    const elsewhere = at.form.replace('curriculum', 'pagine')
    expect((await send(elsewhere, Buffer.alloc(1 << 20), 'a.pdf', 'application/pdf')).status).toBe(413)
  })

  it('is kept, shown on the page, and comes as a download that nothing runs', async () => {
    const answer = await send(at.form, cv, '../../etc/passwd.exe', 'text/html')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, at.form])
    expect(await (await get(at.form)).text()).toContain(at.file)
    const file = await get(at.file)
    expect(file.status).toBe(200)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="curriculum.pdf"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    })
    const read = await PDFDocument.load(await file.arrayBuffer())
    expect(read.getPageCount()).toBe(1)
    expect((await get(at.file, at.coordinator)).status).toBe(403)
    expect((await get(at.file, '')).status).toBe(303)
  })
})

describe('the photograph of a story', () => {
  it('is put by who writes it on a page of its own, and shown beside the words', async () => {
    const storyId = await aStory({ writtenBy: at.anna })
    const page = `/lavoro/storie/${storyId}`
    expect(await (await get(page)).text()).toContain(`${page}/foto`)
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
      .png()
      .toBuffer()
    const without = await send(`${page}/foto`, picture, 'a.png', 'image/png')
    expect([without.status, await without.text()]).toEqual([400, expect.stringMatching(/id="alt-error"/)])
    const answer = await send(`${page}/foto`, picture, 'a.png', 'image/png', { alt: 'Un  forno' })
    expect(answer.status).toBe(303)
    for (const path of [page, `${page}/foto`])
      expect(await (await get(path)).text()).toMatch(
        new RegExp(`src="/documenti/storie/${storyId}\\?\\d+" alt="Un forno" width="60" height="40"`),
      )
    const shown = await get(`/documenti/storie/${storyId}`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await get(`/documenti/storie/${storyId}`, '')).status).toBe(404)
  })
})
