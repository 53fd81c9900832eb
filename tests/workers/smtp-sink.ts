import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** What the server does with a message: take it, cut the line without a word when it has all of it, or answer so. */
export type Behaviour = 'take' | 'cut' | { code: number }

/** A mail server that keeps what it took. `raw` and `readers` have one entry for each message it said 250 to. */
export async function startSmtpSink() {
  const raw: Buffer[] = []
  const readers: string[][] = []
  let behaviour: Behaviour = 'take'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, answer) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (behaviour === 'cut') {
          for (const { _socket } of server.connections as Set<{ _socket: Socket }>) _socket.destroy()
          return
        }
        if (behaviour !== 'take') {
          answer(Object.assign(new Error('not taken'), { responseCode: behaviour.code }))
          return
        }
        raw.push(Buffer.concat(chunks))
        readers.push(envelope.rcptTo.map(({ address }) => address))
        answer()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    raw,
    /** To whom the envelope says that it goes. */
    readers,
    /** The messages taken, parsed as a mail program would. */
    messages: (): Promise<Email[]> => Promise.all(raw.map((message) => PostalMime.parse(message))),
    behave: (next: Behaviour) => {
      behaviour = next
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type SmtpSink = Awaited<ReturnType<typeof startSmtpSink>>
