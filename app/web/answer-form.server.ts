import { data } from '@remix-run/node'
import type { z } from 'zod'
import { DomainError, type ErrorCode } from '#app/domain/shared/errors.ts'
import { messageOf, statusOf } from './errors.server.ts'
import { type FormSubmission, InvalidForm, parseForm } from './form.server.ts'

type Refused = { status: number; message: string; field?: string; retryAfter?: number }

/** What a refused form goes back with: `intent` says which of the page's forms it was. */
export type RefusedForm = { intent: string; result: ReturnType<FormSubmission['reply']> }

const isLimit = (error: DomainError): error is DomainError & { retryAfterSeconds: number } =>
  'retryAfterSeconds' in error

/** Refusals that are no matter of what was typed: they get a page of their own. */
const ELSEWHERE: readonly ErrorCode[] = ['not_found', 'forbidden', 'gone']

function refusalOf(error: unknown): Refused {
  if (!(error instanceof DomainError) || ELSEWHERE.includes(error.code)) throw error
  const { code, field } = error
  const retryAfter = isLimit(error) ? error.retryAfterSeconds : undefined
  return { status: statusOf[code], message: messageOf(error), field, retryAfter }
}

type Form<S extends z.ZodType> = {
  form: FormData
  schema: S
  intent: string
  /** Fields that are never sent back, whatever is wrong with the form: passwords and codes. */
  secrets?: readonly string[]
}

/**
 * Answers a form outside of a transaction: for sign-in forms, whose failures are kept and counted. A wrong field and a
 * refusal of the domain go back beside their field with what was typed, but for its secrets; a limit says when to come
 * back.
 */
export async function answerForm<S extends z.ZodType>(
  { form, schema, intent, secrets = [] }: Form<S>,
  run: (value: z.output<S>) => Promise<Response>,
) {
  const reply = (submission: FormSubmission, refused?: Refused): RefusedForm => {
    const errors = refused && { [refused.field ?? '']: [refused.message] }
    return { intent, result: submission.reply({ hideFields: [...secrets], ...(errors && asErrors(errors)) }) }
  }
  let submission: FormSubmission
  let value: z.output<S>
  try {
    ;({ submission, value } = parseForm(form, schema))
  } catch (error) {
    if (error instanceof InvalidForm) return data(reply(error.submission), { status: 400 })
    throw error
  }
  try {
    return await run(value)
  } catch (error) {
    const refused = refusalOf(error)
    const headers = refused.retryAfter ? { 'Retry-After': String(refused.retryAfter) } : undefined
    return data(reply(submission, refused), { status: refused.status, headers })
  }
}

function asErrors({ '': form, ...fields }: Record<string, string[]>) {
  return form ? { formErrors: form } : { fieldErrors: fields }
}
