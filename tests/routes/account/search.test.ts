import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { log } from '#app/platform/log.server.ts'
import { auditLog } from '#db/schema/operations.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { cookieOf, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
const TYPED = 'Zyzzyvas Cognomen'

let server: Awaited<ReturnType<typeof startRealServer>>
let cookie: string

beforeAll(async () => {
  cookie = await cookieOf(await aStaff('case_manager'))
  server = await startRealServer()
})
afterAll(() => server.stop())

const ask = (path: string, headers: Record<string, string> = { Cookie: cookie }) =>
  fetch(`${server.url}${path}?q=${encodeURIComponent(TYPED)}`, { headers, redirect: 'manual' })

describe('what was typed into the search box', () => {
  it('is in no log line and in no audit row, answered or refused', async () => {
    const written: unknown[] = []
    const spies = (['debug', 'info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void written.push(line)),
    )
    for (const path of ['/cerca', '/cerca.data', '/cerca/suggerimenti']) {
      expect((await ask(path)).status).toBe(200)
      await ask(path, {})
    }
    for (const spy of spies) spy.mockRestore()
    const audited = await db.asSystem((tx) => tx.select().from(auditLog))
    expect(JSON.stringify(written)).toContain('/cerca/suggerimenti')
    expect(JSON.stringify([written, audited])).not.toMatch(/zyzzyvas|cognomen/i)
  })

  it('is not carried to the sign-in page, and not kept by a cache', async () => {
    expect((await ask('/cerca', {})).headers.get('Location')).toBe('/accedi?a=%2Fcerca')
    expect((await ask('/cerca/suggerimenti')).headers.get('Cache-Control')).toBe('no-store')
  })

  it('is answered as JSON that holds what is shown and nothing else', async () => {
    const view = (await (await ask('/cerca/suggerimenti')).json()) as Record<string, unknown>
    expect(view).toEqual({ text: TYPED, groups: [], total: 0, corrections: [], partial: false })
  })
})
