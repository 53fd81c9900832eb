import { once } from 'node:events'
import { createServer } from 'node:net'

/** What every scanner finds (EICAR, 2003): harmless, and written here in two halves so that none finds this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** Speaks clamd's INSTREAM and knows one virus. `answer` makes it say something else, or nothing at all (null). */
export async function aScanner(path: string) {
  let instead: string | null | undefined
  const server = createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (data: Buffer) => {
      heard = Buffer.concat([heard, data])
      if (!heard.subarray(-4).equals(Buffer.alloc(4))) return
      if (instead === null) return socket.destroy()
      const found = heard.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
      socket.end(`${instead ?? found}\0`)
    })
  })
  server.listen(path)
  await once(server, 'listening')
  return {
    answer: (text: string | null | undefined) => void (instead = text),
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
