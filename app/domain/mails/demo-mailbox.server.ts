import { count, desc, eq } from 'drizzle-orm'
import { env } from '#app/platform/env.server.ts'
import { devMailbox } from '#db/schema/follow-ups.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { notFound } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'

export type KeptMail = { messageId: string; recipient: string; subject: string; at: Date }

/** In production there is no such mailbox, whoever asks. @throws DomainError not_found. */
function onlyInDemo(): void {
  if (env().APP_MODE === 'production') notFound()
}

/** The mails that stayed on this machine, latest first. */
export async function listKeptMails(
  tx: Tx,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ mails: KeptMail[]; total: number }> {
  onlyInDemo()
  return asOurselves(tx, async () => {
    const [counted] = await tx.select({ total: count() }).from(devMailbox)
    const mails = await tx
      .select({
        messageId: devMailbox.messageId,
        recipient: devMailbox.recipient,
        subject: devMailbox.subject,
        at: devMailbox.at,
      })
      .from(devMailbox)
      .orderBy(desc(devMailbox.at), devMailbox.messageId)
      .limit(perPage)
      .offset((page - 1) * perPage)
    return { mails, total: counted?.total ?? 0 }
  })
}

/** One of them with its text. @throws DomainError not_found for an unknown one. */
export async function readKeptMail(tx: Tx, messageId: string): Promise<KeptMail & { text: string }> {
  onlyInDemo()
  const [mail] = await asOurselves(tx, () =>
    tx
      .select({
        messageId: devMailbox.messageId,
        recipient: devMailbox.recipient,
        subject: devMailbox.subject,
        at: devMailbox.at,
        text: devMailbox.text,
      })
      .from(devMailbox)
      .where(eq(devMailbox.messageId, messageId)),
  )
  return mail ?? notFound()
}
