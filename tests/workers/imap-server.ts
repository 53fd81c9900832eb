import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A mailbox behind as much of IMAP4rev1 (RFC 3501) as a client needs to read and mark mails. `seen` are the read ones. */
export async function startImapServer(mails: readonly string[]) {
  const seen = new Set<number>()
  const answer = (socket: Socket, tag: string, command: string, rest: string) => {
    const say = (...lines: string[]) => socket.write(lines.map((line) => `${line}\r\n`).join(''))
    switch (command) {
      case 'CAPABILITY':
        return say('* CAPABILITY IMAP4rev1', `${tag} OK done`)
      case 'LIST':
        return say('* LIST (\\HasNoChildren) "/" "INBOX"', `${tag} OK done`)
      case 'SELECT':
        return say(
          `* ${String(mails.length)} EXISTS`,
          '* FLAGS (\\Seen)',
          '* OK [UIDVALIDITY 1] valid',
          `* OK [UIDNEXT ${String(mails.length + 1)}] next`,
          `${tag} OK [READ-WRITE] done`,
        )
      case 'UID SEARCH': {
        const unread = mails.map((_, index) => index + 1).filter((uid) => !seen.has(uid))
        return say(`* SEARCH ${unread.join(' ')}`.trim(), `${tag} OK done`)
      }
      case 'UID FETCH': {
        const uid = Number(/^\d+/.exec(rest)?.[0])
        const raw = mails[uid - 1] ?? ''
        const size = String(Buffer.byteLength(raw))
        if (!/BODY/.test(rest))
          return say(`* ${String(uid)} FETCH (UID ${String(uid)} RFC822.SIZE ${size})`, `${tag} OK done`)
        socket.write(`* ${String(uid)} FETCH (UID ${String(uid)} BODY[] {${size}}\r\n${raw})\r\n`)
        return say(`${tag} OK done`)
      }
      case 'UID STORE': {
        const uid = Number(/^\d+/.exec(rest)?.[0])
        seen.add(uid)
        return say(`* ${String(uid)} FETCH (UID ${String(uid)} FLAGS (\\Seen))`, `${tag} OK done`)
      }
      case 'LOGOUT':
        say('* BYE', `${tag} OK done`)
        return socket.end()
      default:
        return say(`${tag} OK done`)
    }
  }
  const server = createServer((socket) => {
    let rest = ''
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [, tag = '', command = '', words = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/.exec(line) ?? []
        answer(socket, tag, command.toUpperCase(), words)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `imap://rete:segreta@127.0.0.1:${String((server.address() as AddressInfo).port)}/INBOX`,
    seen,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
