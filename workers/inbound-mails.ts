import { receiveMail } from '#app/domain/inbound-mails/receive-mail.server.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { env } from '#app/platform/env.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { readNewMails } from '#app/platform/mailbox.server.ts'
import { parseMail } from '#app/platform/parse-mail.server.ts'
import { startLoop, type Loop } from './loop.ts'
import { asWorker } from './worker-actor.ts'

/** Takes one mail off the wire. One that nobody can read is no reason to leave those after it unread. */
export async function takeMail(raw: Buffer): Promise<void> {
  const mail = await parseMail(raw).catch((error: unknown) => {
    log.warn({ job: 'inbound-mail', ...errorFields(error) }, 'mail not read')
    return null
  })
  if (!mail) return
  const state = await asWorker((tx) => receiveMail(tx, mail))
  log.info({ job: 'inbound-mail', state }, 'mail received')
}

/** Looks every minute for answers in the mailbox, where one is configured. */
export function startInboundMails(): Loop {
  const { IMAP_URL } = env()
  if (!IMAP_URL) return { wake: () => undefined, stop: () => Promise.resolve() }
  return startLoop('inbound-mail', async () => {
    await readNewMails(IMAP_URL, takeMail)
    return MINUTE
  })
}
