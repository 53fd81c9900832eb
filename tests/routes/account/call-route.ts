import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { aBrowser } from '#tests/support/factories/credentials.ts'

export const APP_URL = 'http://localhost:3000'

type Options = {
  cookie?: string
  params?: Record<string, string>
  form?: Record<string, string>
  address?: string
}
type Handler = (args: never) => Promise<unknown>
/** What a loader or action answers beside a `Response`: Remix's `data()`. */
type Data = { type: 'DataWithResponseInit'; data: unknown; init: ResponseInit | null }

export type Answer = { status: number; headers: Headers; location: string | null; data: unknown }

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'

function read(value: unknown): Answer {
  if (value instanceof Response) {
    return {
      status: value.status,
      headers: value.headers,
      location: value.headers.get('Location'),
      data: null,
    }
  }
  const { data, init } = isData(value) ? value : { data: value, init: null }
  return { status: init?.status ?? 200, headers: new Headers(init?.headers), location: null, data }
}

/** Calls a route's loader, or its action when there is a form, as Remix does; what is thrown is an answer too. */
export async function callRoute(handler: Handler, path: string, options: Options = {}): Promise<Answer> {
  const { cookie, params = {}, form, address = aBrowser().address } = options
  const headers = new Headers({ 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Firefox/132.0' })
  if (cookie) headers.set('Cookie', cookie)
  const body = form && new URLSearchParams(form)
  const request = new Request(APP_URL + path, { method: form ? 'POST' : 'GET', headers, body })
  const context = { nonce: '', requestId: 'test', locale: 'it', clientAddress: address }
  const args = { request, params, context } as LoaderFunctionArgs & ActionFunctionArgs
  try {
    return read(await handler(args as never))
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown
    return read(thrown)
  }
}

/** The cookie of that name that an answer sets, as the browser sends it back. */
export function cookieIn({ headers }: Answer, name = 'session'): string | undefined {
  const line = headers.getSetCookie().find((one) => one.startsWith(`${name}=`))
  return line?.split(';')[0]
}
