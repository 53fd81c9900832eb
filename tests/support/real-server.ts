import type { ServerBuild } from '@remix-run/node'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Role } from '#app/domain/shared/actor.ts'
import { system } from '#app/domain/shared/actor.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { startSession } from '#app/domain/accounts/sessions.server.ts'
import { createServer } from '#server'

export const APP_URL = 'http://localhost:3000'

/** The application as `npm run build` made it. */
export const loadBuild = (): Promise<ServerBuild> =>
  import(pathToFileURL(path.resolve('build/server/index.js')).href) as Promise<ServerBuild>

/** A cookie of a complete session of that user, as the browser would send it. */
export async function cookieOf(user: { userId: UserId; role: Role }): Promise<string> {
  const browser = { sessionId: null, device: 'test', address: '127.0.0.1' }
  const token = await withActor(system('test'), (tx) =>
    startSession(tx, { ...user, complete: true, browser }),
  )
  return `session=${token}`
}

/** The real server with the real pages on a free port, in this process, over this file's database. */
export async function startRealServer() {
  const server = createServer({
    build: await loadBuild(),
    clientDirectory: path.resolve('build/client'),
    settings: { APP_MODE: 'test', APP_URL, TRUSTED_PROXY: undefined, METRICS_TOKEN: undefined },
    healthReport: () => Promise.reject(new Error('not asked here')),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
