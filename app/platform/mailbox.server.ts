import { SECOND } from '#app/domain/shared/durations.ts'

/** Larger mails are left alone: nothing that we would file is. */
const MAX_MAIL_BYTES = 10 * 1024 * 1024

const PATIENCE = {
  connectionTimeout: 10 * SECOND,
  greetingTimeout: 10 * SECOND,
  socketTimeout: 60 * SECOND,
}

/** Where a mailbox is: `imaps://user:password@host/folder`, with `imap:` for one that is reached without encryption. */
function settingsOf(url: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const secure = protocol === 'imaps:'
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX'
  return { folder, connection: { host: hostname, port: Number(port || (secure ? 993 : 143)), secure, auth } }
}

/**
 * Gives every unread mail of a mailbox to `take` and marks it as read once that has succeeded, so that one is taken again
 * rather than lost. @returns how many.
 * @throws whatever the server or `take` says; what was not marked comes again.
 */
export async function readNewMails(url: string, take: (raw: Buffer) => Promise<void>): Promise<number> {
  // Loaded only where a mailbox is configured: it is a fifth of what a worker's start takes.
  const { ImapFlow } = await import('imapflow')
  const { folder, connection } = settingsOf(url)
  const client = new ImapFlow({ ...connection, ...PATIENCE, logger: false })
  // What goes wrong is told by the call that was under way.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const lock = await client.getMailboxLock(folder)
    try {
      const unread = (await client.search({ seen: false }, { uid: true })) || []
      for (const uid of unread) {
        const mail = await client.fetchOne(String(uid), { size: true }, { uid: true })
        if (mail && (mail.size ?? 0) <= MAX_MAIL_BYTES) {
          const full = await client.fetchOne(String(uid), { source: true }, { uid: true })
          if (full && full.source) await take(full.source)
        }
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
      }
      return unread.length
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}
