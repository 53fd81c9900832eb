import { beforeAll, describe, expect, it } from 'vitest'
import { listKeptMails, readKeptMail } from '#app/domain/mails/demo-mailbox.server.ts'
import { linkParts } from '#app/routes/dev/mailbox/link-parts.ts'
import { ANONYMOUS } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { devMailbox } from '#db/schema/follow-ups.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

beforeAll(() =>
  db.asSystem((tx) =>
    tx.insert(devMailbox).values(
      [1, 2, 3].map((n) => ({
        ...{
          messageId: `<${String(n)}@h>`,
          recipient: 'a@b.example',
          subject: `Mail ${String(n)}`,
          html: '<p>',
        },
        ...{ text: `testo ${String(n)}`, headers: '{}', at: new Date(Date.UTC(2026, 10, n)) },
      })),
    ),
  ),
)

describe('the mailbox of the demo', () => {
  it('shows the latest first, a page at a time', async () => {
    const page = (n: number) => withActor(ANONYMOUS, (tx) => listKeptMails(tx, { page: n, perPage: 2 }))
    expect((await page(1)).mails.map(({ subject }) => subject)).toEqual(['Mail 3', 'Mail 2'])
    expect(await page(2)).toMatchObject({ total: 3, mails: [{ subject: 'Mail 1' }] })
  })

  it('opens one, and says not found for one that is not there', async () => {
    const open = (id: string) => withActor(ANONYMOUS, (tx) => readKeptMail(tx, id))
    expect((await open('<2@h>')).text).toBe('testo 2')
    await expect(open('<9@h>')).rejects.toThrow('not_found')
  })

  it('takes the addresses of a text apart, and nothing else', () => {
    expect(linkParts('Accedi:\nhttps://rete.example/a?b=1 e poi')).toEqual([
      { text: 'Accedi:\n', link: false },
      { text: 'https://rete.example/a?b=1', link: true },
      { text: ' e poi', link: false },
    ])
    expect(linkParts('javascript:alert(1)').some(({ link }) => link)).toBe(false)
  })
})
