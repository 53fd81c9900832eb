import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { unsubscribeLink } from '#app/domain/follow-ups/unsubscribe-link.server.ts'
import type { HrActor } from '#app/domain/shared/actor.ts'
import { action as resume } from '#app/routes/public/resubscribe/route.tsx'
import { action, loader } from '#app/routes/public/unsubscribe/route.tsx'
import { contacts } from '#db/schema/companies.ts'
import { auditLog, outbox } from '#db/schema/operations.ts'
import { anHrContact } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()
let hr: HrActor
let path: string

beforeEach(async () => {
  hr = await anHrContact()
  path = unsubscribeLink(hr.contactId)
})

const unsubscribedAt = async () =>
  (await db.asSystem((tx) => tx.select().from(contacts).where(eq(contacts.id, hr.contactId))))[0]
    ?.unsubscribedAt

function asked(at: string, body?: string, page = at): ActionFunctionArgs {
  const [pathname = ''] = page.split('?')
  const init = body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) }
  return {
    request: new Request(`http://localhost:3000${at}`, init),
    params: { token: pathname.split('/').at(-1) },
    context: { nonce: '', requestId: 'test', locale: 'it', clientAddress: '127.0.0.1' },
  } as ActionFunctionArgs
}

const shown = async (at: string) => {
  const answer = await loader(asked(at))
  return { state: answer.data.state, status: answer.init?.status }
}

describe('the link that ends our mails', () => {
  it('opened, by a person or by a scanner, changes nothing', async () => {
    expect(await shown(path)).toEqual({ state: 'ready', status: 200 })
    expect(await unsubscribedAt()).toBeNull()
  })

  it('by its button: it is done, and says so on a page of its own', async () => {
    const answer = (await action(asked(path, ''))) as unknown as Response
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, path])
    expect(await unsubscribedAt()).toBeInstanceOf(Date)
    expect(await shown(path)).toEqual({ state: 'done', status: 200 })
  })

  it('by the one click of a mail program: it is done, without a redirect', async () => {
    const answer = await action(asked(path, 'List-Unsubscribe=One-Click'))
    expect(answer).toMatchObject({ data: { done: true } })
    expect(await unsubscribedAt()).toBeInstanceOf(Date)
  })

  it('says so whenever it is opened again, and has the way back', async () => {
    await action(asked(path, ''))
    expect(await shown(path)).toEqual({ state: 'done', status: 200 })
    expect(await shown(`${path}?ripreso=1`)).toEqual({ state: 'done', status: 200 })
    const answer = (await resume(asked(`${path}/riprendi`, '', path))) as unknown as Response
    expect(answer.headers.get('Location')).toBe(`${path}?ripreso=1`)
    expect(await unsubscribedAt()).toBeNull()
    expect(await shown(`${path}?ripreso=1`)).toEqual({ state: 'back', status: 200 })
    const events = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.topic, 'company.plan_due')),
    )
    expect(events.filter(({ payload }) => JSON.stringify(payload).includes(hr.companyId))).toHaveLength(1)
    await resume(asked(`${path}/riprendi`, '', path))
    const acts = await db.asSystem((tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, hr.contactId)),
    )
    expect(acts.map(({ action }) => action)).toEqual(['contact.unsubscribed', 'contact.resubscribed'])
  })

  it('altered: nothing happens to anybody', async () => {
    const altered = path.replace(/.{4}$/, 'AAAA')
    expect(await shown(altered)).toEqual({ state: 'altered', status: 410 })
    await action(asked(altered, 'List-Unsubscribe=One-Click'))
    expect(await unsubscribedAt()).toBeNull()
  })
})
