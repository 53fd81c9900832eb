import net from 'node:net'

/** Whether a server may listen on this port; `host` undefined means on every address. */
export async function isFree(port, host) {
  const outcome = await listen(port, host)
  return outcome !== null
}

/** The preferred port where it is free, else any other. */
export async function freePort(preferred, host) {
  return (await listen(preferred, host)) ?? (await listen(0, host))
}

function listen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => {
      const taken = server.address().port
      server.close(() => resolve(taken))
    })
  })
}
