import type { ServerBuild } from '@remix-run/node'
import { json } from '@remix-run/node'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { m } from '#app/locales/generated/messages.js'
import { createServer, type WebServerOptions } from '#server'
import remixOptions from '../../remix.config.js'

export const APP_URL = 'https://rete.example'
export const METRICS_TOKEN = 'a-token-for-the-metrics'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * What the chain before Remix lets through is seen by these resource routes, the class of route that Remix's own
 * checks leave alone. `counter.posts` says how many posts have reached an action.
 */
function smallBuild(counter: { posts: number }): ServerBuild {
  const modules = {
    echo: {
      loader: ({ request, context }) =>
        json({ url: request.url, host: request.headers.get('host'), context }),
      action: async ({ request }) => {
        counter.posts += 1
        return json({ fields: [...(await request.formData()).keys()] })
      },
    },
    // Longer than a moment, so that parallel requests really overlap.
    words: {
      loader: async () => {
        await wait(10 + Math.random() * 20)
        return json({ text: m.errors_404_title() })
      },
    },
    'redirect/:id': { loader: () => new Response(null, { status: 302, headers: { Location: '/echo' } }) },
    fault: { loader: () => Promise.reject(new Error('a secret in a message')) },
  } satisfies Record<string, Partial<ServerBuild['routes'][string]['module']>>
  const children = Object.entries(modules).map(([path, module]) => ({
    id: path,
    parentId: 'root',
    path,
    module,
  }))
  const root = { id: 'root', path: '', module: { default: () => null } }
  const document = (_: Request, status: number, headers: Headers) =>
    new Response('document', { status, headers })
  return {
    mode: 'production',
    entry: { module: { default: document, handleError: () => undefined } },
    routes: { root, ...Object.fromEntries(children.map((route) => [route.id, route])) },
    assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: { ...remixOptions.future, unstable_optimizeDeps: false },
  } as unknown as ServerBuild
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }
export type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** Starts the web server on a free port with a build of four small routes and one file. */
export async function startSmallServer(
  settings: Partial<WebServerOptions['settings']> = {},
  status: 'ok' | 'degraded' | 'down' = 'ok',
) {
  const clientDirectory = mkdtempSync(join(tmpdir(), 'client-'))
  mkdirSync(join(clientDirectory, 'assets'))
  writeFileSync(join(clientDirectory, 'assets', 'page-abc.js'), 'export {}')
  writeFileSync(join(clientDirectory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const counter = { posts: 0 }
  const server = createServer({
    build: smallBuild(counter),
    clientDirectory,
    settings: { APP_MODE: 'production', APP_URL, METRICS_TOKEN, ...settings },
    healthReport: () =>
      Promise.resolve({
        status,
        checks: { database: 'ok', queue: 'ok', search: 'ok', mail: 'ok', worker: 'ok', audit: 'ok' },
      }),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  /** Sends exactly these headers: `fetch` would add its own and refuse a forged `Host`. */
  const send = (path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length =
        body.length > 0 && !headers['Transfer-Encoding'] ? { 'Content-Length': Buffer.byteLength(body) } : {}
      const outgoing = request(
        { host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } },
        (incoming) => {
          let text = ''
          incoming.setEncoding('utf8')
          incoming.on('data', (chunk: string) => (text += chunk))
          incoming.on('end', () =>
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }),
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })

  /** A form as one of our own pages sends it. */
  const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        ...headers,
      },
    })

  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(clientDirectory, { recursive: true })
  }
  return { port, counter, send, post, stop }
}

export type SmallServer = Awaited<ReturnType<typeof startSmallServer>>
