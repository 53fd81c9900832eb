import { desc, eq } from 'drizzle-orm'
import { system } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { devMailbox } from '#db/schema/follow-ups.ts'

type Mail = typeof devMailbox.$inferSelect

/** The mails that reached an address, newest first. */
export const mailsTo = (address: string): Promise<Mail[]> =>
  withActor(system('test'), (tx) =>
    tx.select().from(devMailbox).where(eq(devMailbox.recipient, address)).orderBy(desc(devMailbox.at)),
  )

/** Waits for a mail to an address whose text holds a link of that beginning. @returns the link's path. */
export async function linkMailedTo(address: string, beginning: string): Promise<string> {
  for (let tries = 0; tries < 150; tries++) {
    for (const { text } of await mailsTo(address)) {
      const path = new RegExp(`https?://[^/\\s]+(${beginning}[^\\s)>\\]]+)`).exec(text)?.[1]
      if (path) return path
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const subjects = (await mailsTo(address)).map(({ subject }) => subject)
  throw new Error(`no mail with ${beginning} reached it; there are: ${subjects.join(' | ')}`)
}

/** The mails of a subject, whoever they went to. */
export const keptMails = (subject: string): Promise<Mail[]> =>
  withActor(system('test'), (tx) => tx.select().from(devMailbox).where(eq(devMailbox.subject, subject)))
