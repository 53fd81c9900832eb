import { createHmac } from 'node:crypto'
import { Router, type Request } from 'express'
import { receiveMail } from '#app/domain/inbound-mails/receive-mail.server.ts'
import { system } from '#app/domain/shared/actor.ts'
import { MINUTE } from '#app/domain/shared/durations.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { equalInConstantTime } from '#app/platform/crypto.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { parseMail } from '#app/platform/parse-mail.server.ts'
import { sendPlainPage } from './plain-page.server.ts'

const PATH = '/api/inbound-mail'

/** A reply with a photograph of a contract is one; more than that is nothing that we would file. */
const MAX_MAIL_BYTES = 10 * 1024 * 1024

/** How old a signed delivery may be; the same mail within that time is known by its fingerprint. */
const FRESH = 5 * MINUTE

/** What a delivery is signed with: HMAC-SHA-256, in hex, of its time in seconds, a point and the raw mail. */
export const signDelivery = (secret: string, timestamp: string, raw: Buffer): string =>
  createHmac('sha256', secret).update(`${timestamp}.`).update(raw).digest('hex')

function isSigned(request: Request, secret: string, raw: Buffer): boolean {
  const timestamp = request.get('x-inbound-timestamp') ?? ''
  const signature = request.get('x-inbound-signature') ?? ''
  if (!/^\d{10}$/.test(timestamp) || Math.abs(+now() - Number(timestamp) * 1000) > FRESH) return false
  return equalInConstantTime(signature, signDelivery(secret, timestamp, raw))
}

/** The whole body, or null where it is larger than any mail we take. */
async function readRaw(request: Request): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_MAIL_BYTES) chunks.push(chunk)
  }
  return size <= MAX_MAIL_BYTES ? Buffer.concat(chunks) : null
}

/**
 * Takes answers to our mails from the server that receives them. It comes from no page, so it stands before the rule that
 * forms come from our own; its signature is all the right there is to it. Whatever is signed is answered 202, also what is of
 * no thread of ours: who asks learns nothing, and need not send it again.
 */
export function inboundMail(secret: string | undefined): Router {
  const router = Router()
  router.post(PATH, (request, response, next) => {
    if (!secret) return sendPlainPage(response, 404)
    readRaw(request)
      .then(async (raw) => {
        if (raw === null) return sendPlainPage(response, 413)
        if (!isSigned(request, secret, raw)) return sendPlainPage(response, 401)
        const mail = await parseMail(raw).catch(() => null)
        if (!mail) return sendPlainPage(response, 400)
        const state = await withActor(system('inbound-mail'), (tx) => receiveMail(tx, mail))
        log.info({ job: 'inbound-mail', state }, 'mail received')
        response.status(202).end()
      })
      .catch((error: unknown) => {
        log.error({ job: 'inbound-mail', ...errorFields(error) }, 'mail not received')
        next(error)
      })
  })
  return router
}
