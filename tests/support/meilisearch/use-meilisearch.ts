import { afterAll, beforeAll, expect } from 'vitest'
import { type z } from 'zod'
import * as responses from './responses.ts'
import { type StandIn, startStandIn } from './server.ts'

/** Set by `npm run test:meili`: then the same suite is held against a real server. */
const real = process.env.PASSAPAROLA_MEILI_URL
  ? { url: process.env.PASSAPAROLA_MEILI_URL, masterKey: process.env.PASSAPAROLA_MEILI_MASTER_KEY ?? '' }
  : null

export const againstRealServer = real !== null

export type Reply = { status: number; body: unknown }
type Ask = { body?: unknown; key?: string | null; raw?: string; contentType?: string | null }
export type Task = z.infer<typeof responses.task>

/** A key of its own for a test, and what its server knows of it. */
export type TestKey = z.infer<typeof responses.key>

/**
 * A server for a file of tests: the stand-in, or the real one. Names of indexes begin with a prefix of this run, and
 * what was made is removed at the end.
 */
export function useMeilisearch(options: Parameters<typeof startStandIn>[0] = {}) {
  const prefix = `test${String(process.pid)}${Date.now().toString(36)}_`
  const keys: string[] = []
  let standIn: StandIn | undefined
  const server = () => {
    const found = real ?? standIn
    if (!found) throw new Error('the server is not started')
    return found
  }

  /** Asks and returns whatever comes; with the master key unless told otherwise. */
  async function call(
    line: string,
    { body, key, raw, contentType = 'application/json' }: Ask = {},
  ): Promise<Reply> {
    const [method = '', path = ''] = line.split(' ')
    const headers: Record<string, string> = {}
    if (key !== null) headers.Authorization = `Bearer ${key ?? server().masterKey}`
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    if (text !== undefined && contentType !== null) headers['Content-Type'] = contentType
    // As bytes, for fetch would otherwise add a content type of its own.
    const payload = text === undefined ? null : Buffer.from(text)
    const response = await fetch(`${server().url}${path}`, { method, headers, body: payload })
    const answer = await response.text()
    const reply = {
      status: response.status,
      body: answer === '' ? undefined : (JSON.parse(answer) as unknown),
    }
    if (reply.status >= 400) expect(responses.errorBody.safeParse(reply.body).error).toBeUndefined()
    return reply
  }

  /** Asks for what must go well and must look as it should. */
  async function get<T extends z.ZodType>(schema: T, line: string, ask?: Ask): Promise<z.output<T>> {
    const { status, body } = await call(line, ask)
    expect(status, `${line}: ${JSON.stringify(body)}`).toBeLessThan(300)
    return schema.parse(body)
  }

  /** Sends work and waits until it is done, well or badly. */
  async function done(line: string, ask?: Ask): Promise<Task> {
    const { taskUid } = await get(responses.enqueued, line, ask)
    for (let left = 600; left > 0; left--) {
      const task = await get(responses.task, `GET /tasks/${String(taskUid)}`)
      if (!['enqueued', 'processing'].includes(task.status)) return task
      await new Promise((resolve) => setTimeout(resolve, real ? 50 : 5))
    }
    throw new Error(`task ${String(taskUid)} does not end`)
  }

  const uid = (name: string): string => `${prefix}${name}`

  async function createKey(key: {
    actions: string[]
    indexes: string[]
    expiresAt?: string | null
  }): Promise<TestKey> {
    const made = await get(responses.key, 'POST /keys', { body: { expiresAt: null, ...key } })
    keys.push(made.uid)
    return made
  }

  /** An index with settings and documents in it, under a name of its own. */
  async function anIndex(name: string, settings: unknown, documents: unknown[]): Promise<string> {
    await done('POST /indexes', { body: { uid: uid(name), primaryKey: 'id' } })
    await done(`PATCH /indexes/${uid(name)}/settings`, { body: settings })
    const { error } = await done(`POST /indexes/${uid(name)}/documents`, { body: documents })
    expect(error ?? null).toBeNull()
    return uid(name)
  }

  beforeAll(async () => {
    if (!real) standIn = await startStandIn(options)
  })
  afterAll(async () => {
    if (real) {
      const { results } = await get(responses.indexes, 'GET /indexes?limit=1000')
      for (const index of results.filter((one) => one.uid.startsWith(prefix)))
        await done(`DELETE /indexes/${index.uid}`)
      for (const key of keys) await call(`DELETE /keys/${key}`)
    }
    await standIn?.kill()
  })

  return {
    address: () => server().url,
    call,
    get,
    done,
    uid,
    createKey,
    anIndex,
    prefix,
    standIn: () => standIn as StandIn,
  }
}
