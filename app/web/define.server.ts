import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import type { z } from 'zod'
import type { Actor } from '#app/domain/shared/actor.ts'
import { claimKey, keepAnswer, type FirstAnswer } from '#app/domain/idempotency/form-keys.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { isUuid } from '#app/domain/shared/ids.ts'
import { withActor, type Tx } from '#app/domain/shared/with-actor.server.ts'
import { freshVocabulary } from '#app/domain/taxonomy/fresh-vocabulary.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { admits, isByLink, recordDenial, refuse, type Access } from './access.server.ts'
import { messageOf, statusOf } from './errors.server.ts'
import { bodyHash, InvalidForm, KEY_FIELD, parseForm } from './form.server.ts'
import { redirectTo } from './flash.server.ts'
import { sessionOf, type RequestInfo } from './request.server.ts'

export type Call = {
  actor: Actor
  request: Request
  url: URL
  params: Record<string, string | undefined>
  info: RequestInfo
  /** A path parameter that must be a UUID. @throws DomainError not_found otherwise. */
  id: <T extends string>(name: string) => T
}

export type Parse = <S extends z.ZodType>(schema: S) => z.output<S>
export type ActionCall = Call & { form: FormData; intent: string; parse: Parse }
export type FormAnswer = { result: SubmissionResult<string[]> }

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** Answers a refusal that came before anybody was known to act. */
function answerEarly(error: unknown): never {
  if (!(error instanceof DomainError)) throw error
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw data({ message: messageOf(error), reason: error.reason }, { status: statusOf[error.code] })
}

async function open(args: Args, access: Access): Promise<Call> {
  const { actor } = isByLink(access)
    ? { actor: await access.byLink(args.request, args.params).catch(answerEarly) }
    : await sessionOf(args.request, args.context)
  const url = new URL(args.request.url)
  if (!admits(access, actor)) await refuse(actor, args.request, url.pathname.split('/')[1] ?? '', args.params)
  await freshVocabulary()
  const id = <T extends string>(name: string): T => {
    const value = args.params[name]
    if (!isUuid(value)) throw new DomainError('not_found', 'not_found')
    return value as string as T
  }
  return { actor, request: args.request, url, params: args.params, info: args.context, id }
}

/** Answers what was thrown: a refusal of the domain as its status, anything else goes on as a fault. */
async function answerError(error: unknown, call: Call): Promise<never> {
  if (!(error instanceof DomainError)) throw error
  if (error.code === 'not_found' || error.code === 'forbidden') {
    await recordDenial(call.actor, `denied ${call.request.method}`, call.params).catch((failure: unknown) => {
      log.error({ ...errorFields(failure), requestId: call.info.requestId }, 'denial not recorded')
    })
  }
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw data({ message: messageOf(error), reason: error.reason }, { status: statusOf[error.code] })
}

/**
 * A loader that states who may call it and runs in one transaction of that actor.
 * @throws Response: to the sign-in page, 403, 404 or the status of a domain error.
 */
export function defineLoader<T>(access: Access, run: (call: Call & { tx: Tx }) => Promise<T>) {
  const loader = async (args: LoaderFunctionArgs): Promise<T> => {
    const call = await open(args, access)
    try {
      return await withActor(call.actor, (tx) => run({ ...call, tx }), { again: true })
    } catch (error) {
      return answerError(error, call)
    }
  }
  return Object.assign(loader, { access })
}

/** Carries an answer that is not a redirect out of the transaction, which is rolled back. */
class Unfinished extends Error {
  constructor(readonly answer: unknown) {
    super('unfinished')
  }
}

async function openAction(args: ActionFunctionArgs, access: Access) {
  const call = await open(args, access)
  const form = await args.request.formData()
  let reply: ((message: string, field?: string) => FormAnswer) | undefined
  const parse: Parse = (schema) => {
    const { value, submission } = parseForm(form, schema)
    reply = (message, field) => ({
      result: submission.reply(
        field ? { fieldErrors: { [field]: [message] } as never } : { formErrors: [message] },
      ),
    })
    return value
  }
  const intent = form.get('intent')
  const actionCall: ActionCall = { ...call, form, parse, intent: typeof intent === 'string' ? intent : '' }
  const failed = (error: unknown) => {
    if (error instanceof InvalidForm) return data({ result: error.submission.reply() }, { status: 400 })
    if (error instanceof DomainError && reply && !['not_found', 'forbidden'].includes(error.code)) {
      return data(reply(messageOf(error), error.field), { status: statusOf[error.code] })
    }
    return answerError(error, call)
  }
  return { actionCall, failed }
}

const again = ({ location, flash }: FirstAnswer): Response =>
  redirectTo(location ?? '/', flash ? { flash } : {})

/** What a page may find in `useActionData`: a redirect leaves nothing there, so it stays out of the type. */
type Answer<T> = Promise<Exclude<T, Response> | ReturnType<typeof data<FormAnswer>>>

const answerOf = (response: Response): FirstAnswer => ({
  status: response.status,
  location: response.headers.get('Location'),
  flash: response.headers.get('X-Flash'),
})

/**
 * An action that states who may call it. It runs in one transaction: the command's rows, its audit, its events and the
 * form's idempotency key commit together when the answer is a redirect, and not at all otherwise.
 */
export function defineAction<T = never>(
  access: Access,
  run: (call: ActionCall & { tx: Tx }) => Promise<Response | T>,
) {
  const action = async (args: ActionFunctionArgs): Answer<T> => {
    const { actionCall, failed } = await openAction(args, access)
    const sent = actionCall.form.get(KEY_FIELD)
    const key = typeof sent === 'string' && sent.length >= 16 && sent.length <= 64 ? sent : null
    try {
      const work = async (tx: Tx) => {
        if (key) {
          const replay = await claimKey(tx, key, bodyHash(actionCall.url.pathname, actionCall.form))
          if (replay) return again(replay)
        }
        const answer = await run({ ...actionCall, tx })
        if (!(answer instanceof Response) || answer.status >= 400) throw new Unfinished(answer)
        if (key) await keepAnswer(tx, key, answerOf(answer))
        return answer
      }
      return (await withActor(actionCall.actor, work, { again: true })) as Exclude<T, Response>
    } catch (error) {
      if (error instanceof Unfinished) return error.answer as Exclude<T, Response>
      return failed(error)
    }
  }
  return Object.assign(action, { access })
}

/**
 * An action without a transaction of its own, for the few whose failures must be kept (sign-in attempts) or whose work
 * is not the database's.
 */
export function definePlainAction<T = never>(
  access: Access,
  run: (call: ActionCall) => Promise<Response | T>,
) {
  const action = async (args: ActionFunctionArgs): Answer<T> => {
    const { actionCall, failed } = await openAction(args, access)
    try {
      return (await run(actionCall)) as Exclude<T, Response>
    } catch (error) {
      return failed(error)
    }
  }
  return Object.assign(action, { access })
}
