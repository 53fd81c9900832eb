import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { closeGracefully } from '#app/web/http/shutdown.server.ts'

it('a stopping server finishes what is running, and takes nothing new', async () => {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end('finished'), 300)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

  const running = fetch(address).then((response) => response.text())
  await once(server, 'request')
  const start = Date.now()
  const closed = closeGracefully(server)
  await expect(fetch(address)).rejects.toThrow()
  expect(await running).toBe('finished')
  await closed
  // The connection that the client keeps open is closed too, long before the ten seconds of grace.
  expect(Date.now() - start).toBeLessThan(2_000)
})
