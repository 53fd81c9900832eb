import { beforeAll, describe, expect, it } from 'vitest'
import { listKeptMails, readKeptMail } from '#app/domain/mails/demo-mailbox.server.ts'
import { ANONYMOUS } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { devMailbox } from '#db/schema/follow-ups.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

const db = useTestDatabase()

beforeAll(async () => {
  // Read once, at its first use: this file's process is one in production.
  process.env.APP_MODE = 'production'
  process.env.NODE_ENV = 'production'
  const mail = {
    messageId: '<m@h>',
    recipient: 'a@b.example',
    subject: 'S',
    html: '',
    text: 'T',
    headers: '{}',
  }
  await db.asSystem((tx) => tx.insert(devMailbox).values({ ...mail, at: new Date() }))
})

describe('the mailbox of the demo', () => {
  it('does not exist in production, even when something is in it', async () => {
    await expect(withActor(ANONYMOUS, (tx) => listKeptMails(tx, { page: 1, perPage: 5 }))).rejects.toThrow(
      'not_found',
    )
    await expect(withActor(ANONYMOUS, (tx) => readKeptMail(tx, '<m@h>'))).rejects.toThrow('not_found')
  })
})
