import { connect, createServer, type AddressInfo } from 'node:net'

const EXECUTE = 'E'.charCodeAt(0)
const QUERY = 'Q'.charCodeAt(0)

/** Calls `found` for each statement in what a client sends: PostgreSQL's messages, whose first has no type. */
function reader(found: () => void) {
  let rest = Buffer.alloc(0)
  let begun = false
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const typed = begun ? 1 : 0
      if (rest.length < 4 + typed) return
      const length = rest.readUInt32BE(typed) + typed
      if (rest.length < length) return
      if (begun && (rest[0] === EXECUTE || rest[0] === QUERY)) found()
      begun = true
      rest = rest.subarray(length)
    }
  }
}

/** A wire to a PostgreSQL that counts the statements sent through it. */
export async function startStatementCounter(databaseUrl: string) {
  const target = new URL(databaseUrl)
  let sent = 0
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: Number(target.port), host: target.hostname, noDelay: true })
    near.on(
      'data',
      reader(() => (sent += 1)),
    )
    near.pipe(far).pipe(near)
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
    near.on('close', () => far.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const through = new URL(databaseUrl)
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.href,
    sent: () => sent,
    stop: () => {
      server.close()
    },
  }
}
