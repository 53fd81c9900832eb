import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { Random } from '../../../bench/random.ts'

/** What the server does with a message that it has all of; those that take it keep it, whatever comes after. */
type Manner = 'take' | 'take_then_cut' | 'take_and_hang' | 'cut' | '451' | '550'

export type Kept = { messageId: string; to: string; at: number }

/** How long it says nothing before it cuts the line: longer than a worker of the runner has a mail. */
const HANGS = 9_000

/** Before it answers it waits so long, for a worker to die between its last byte and the answer. */
const THINKS = 15

const headerOf = (message: string, name: string): string =>
  // A long value stands on a line of its own (RFC 5322, folding).
  new RegExp(`^${name}:\\s*(\\S.*)$`, 'im').exec(message)?.[1]?.trim() ?? ''

/**
 * A mail server that misbehaves by the run's seed. `kept` has one entry for each message it has taken, whether or not
 * whoever sent it heard of that.
 */
export async function startScriptedSmtp(random: Random) {
  const kept: Kept[] = []
  const counts: Record<string, number> = {}
  let kind = true
  let onData: (worker: string) => boolean = () => false
  const choose = (): Manner => {
    if (kind) return 'take'
    const drawn = random.next()
    const bad: [Manner, number][] = [
      ['take_then_cut', 0.02],
      ['take_and_hang', 0.004],
      ['cut', 0.01],
      ['451', 0.03],
      ['550', 0.01],
    ]
    let sum = 0
    return bad.find(([, share]) => drawn < (sum += share))?.[0] ?? 'take'
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, answer) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const manner = choose()
        counts[manner] = (counts[manner] ?? 0) + 1
        const message = Buffer.concat(chunks).toString()
        const keep = () =>
          kept.push({
            messageId: headerOf(message, 'Message-ID'),
            to: headerOf(message, 'To'),
            at: Date.now(),
          })
        const cut = () => lineOf(session)?.destroy()
        if (onData(session.hostNameAppearsAs || '')) {
          if (random.chance(0.5)) keep()
          return
        }
        if (manner.startsWith('take')) keep()
        setTimeout(() => {
          if (manner === 'cut') cut()
          else if (manner === 'take_and_hang') setTimeout(cut, HANGS)
          else if (manner === '451' || manner === '550')
            answer(Object.assign(new Error('not taken'), { responseCode: Number(manner) }))
          else {
            answer()
            if (manner === 'take_then_cut') cut()
          }
        }, THINKS)
      })
    },
  })
  const lineOf = (session: SMTPServerSession): Socket | undefined =>
    [...(server.connections as Set<{ id: string; _socket: Socket }>)].find(({ id }) => id === session.id)
      ?._socket
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    kept,
    /** How many messages met which manner. */
    counts,
    /** Misbehaves from now on, or no longer. */
    behave: (well: boolean) => {
      kind = well
    },
    /** Asked with the name of the worker when all of a message is there: true when that worker has just been killed. */
    atData: (ask: (worker: string) => boolean) => {
      onData = ask
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
