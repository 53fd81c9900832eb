/** The statuses of the documented error codes that are not 400. */
const STATUS: Record<string, number> = {
  missing_authorization_header: 401,
  missing_master_key: 401,
  invalid_api_key: 403,
  index_not_found: 404,
  document_not_found: 404,
  task_not_found: 404,
  api_key_not_found: 404,
  not_found: 404,
  index_already_exists: 409,
  api_key_already_exists: 409,
  payload_too_large: 413,
  missing_content_type: 415,
  invalid_content_type: 415,
  internal: 500,
  too_many_search_requests: 503,
}

const AUTH = new Set(['missing_authorization_header', 'missing_master_key', 'invalid_api_key'])

export type ErrorBody = { message: string; code: string; type: string; link: string }

/** A refusal as the server words it: a documented code, the status that goes with it, a message for people. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number

  constructor(
    readonly code: string,
    message: string,
    status?: number,
  ) {
    super(message)
    this.status = status ?? STATUS[code] ?? 400
  }

  /** The body of the answer, or of a failed task. */
  body(): ErrorBody {
    const type = AUTH.has(this.code) ? 'auth' : this.status >= 500 ? 'internal' : 'invalid_request'
    const link = `https://docs.meilisearch.com/errors#${this.code}`
    return { message: this.message, code: this.code, type, link }
  }
}

/**
 * What a real server does and this one does not. It is no answer that the product may get used to: whoever needs it
 * teaches it to the stand-in first.
 */
export class NotInStandIn extends Refusal {
  constructor(what: string) {
    super('not_in_stand_in', `the stand-in has no ${what}`, 501)
  }
}

export const indexNotFound = (uid: string): Refusal =>
  new Refusal('index_not_found', `Index \`${uid}\` not found.`)
