import { describe, expect, it } from 'vitest'
import { roles } from '#app/domain/shared/actor.ts'
import { loadBuild } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { ask } from './access/ask.ts'
import { routesOfBuild } from './access/routes-of-build.ts'
import { formsOnPage } from './forms-on-page.ts'
import { pagesOfRole } from './pages-of-role.ts'
import { useHolder } from './use-holder.ts'

const db = useTestDatabase({ demo: true })
const routes = routesOfBuild(await loadBuild())

const scene = useHolder(db)

const read = async (path: string, cookie?: string): Promise<string | null> => {
  const answer = await ask(scene.server, path, { cookie, method: 'GET' })
  const isPage = answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')
  return isPage ? answer.text() : null
}

describe('every page', () => {
  it.each(roles)('has the way out for a %s', async (role) => {
    let pages = 0
    for (const page of pagesOfRole(routes, scene.holder, role)) {
      const html = await read(page, scene.holder.callers[role].cookie)
      if (html === null) continue
      pages += 1
      const actions = formsOnPage(html, page).map(({ action }) => action)
      expect([page, actions.includes('/esci')]).toEqual([page, true])
    }
    expect(pages).toBeGreaterThan(3)
  })
})

describe('a password', () => {
  it.each([
    ['to come in', '/accedi', undefined, ['current-password']],
    [
      'to be changed',
      '/account/sicurezza',
      'case_manager',
      ['current-password', 'new-password', 'new-password'],
    ],
  ] as const)(
    '%s is hidden while it is typed, and a manager may fill or paste it',
    async (_, path, role, kinds) => {
      const html = (await read(path, role && scene.holder.callers[role].cookie)) ?? ''
      const fields = [...html.matchAll(/<input\b[^>]*type="password"[^>]*>/g)].map(([tag]) => tag)
      expect(fields.map((tag) => /autocomplete="([\w-]+)"/i.exec(tag)?.[1])).toEqual(kinds)
      for (const tag of fields) expect(tag).not.toMatch(/onpaste|readonly|maxlength="\d{1,2}"/i)
      // None stands in a field whose words can be read.
      expect(html).not.toMatch(/<input\b(?![^>]*type="password")[^>]*name="\w*[pP]assword/)
    },
  )
})
