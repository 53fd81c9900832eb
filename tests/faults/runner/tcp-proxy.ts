import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type TcpProxy = {
  port: number
  /** Resets every connection that is open now. */
  cut: () => void
  /** Holds back everything that passes by so many milliseconds; 0 ends it. */
  delay: (ms: number) => void
  stop: () => Promise<void>
}

/** A wire between our processes and a server, which can be cut and made slow. */
export async function startTcpProxy(target: () => number): Promise<TcpProxy> {
  const open = new Set<Socket>()
  let lag = 0
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (chunk: Buffer) => {
      if (lag === 0) to.write(chunk)
      else setTimeout(() => to.destroyed || to.write(chunk), lag)
    })
    from.on('end', () => setTimeout(() => to.end(), lag))
    from.on('error', () => to.destroy())
    from.on('close', () => {
      open.delete(from)
      to.destroy()
    })
    open.add(from)
  }
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port: target(), host: '127.0.0.1', noDelay: true })
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    delay: (ms) => {
      lag = ms
    },
    stop: () => {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
