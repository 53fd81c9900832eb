import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { auditOverview } from '#app/domain/audit/audit-overview.server.ts'
import { deadLetters } from '#app/domain/outbox/dead-letters.server.ts'
import { queueOverview } from '#app/domain/outbox/queue-overview.server.ts'
import {
  discardDeadLetterSchema,
  retryDeadLetterSchema,
} from '#app/domain/outbox/settle-dead-letter.schema.server.ts'
import { discardDeadLetter, retryDeadLetter } from '#app/domain/outbox/settle-dead-letter.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { OutboxId } from '#app/domain/shared/ids.ts'
import { m } from '#app/locales/generated/messages.js'
import { ErrorSummary } from '#app/ui/forms/ErrorSummary.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { formatDateTime } from '#app/web/format.ts'
import { topicInWords } from '#app/web/topic-in-words.server.ts'
import { AuditRegister } from './AuditRegister.tsx'
import { causeInWords } from './cause-in-words.server.ts'
import { DeadLetterTable } from './DeadLetterTable.tsx'
import { QueueNumbers } from './QueueNumbers.tsx'
import { registerView } from './register-view.server.ts'

const PER_PAGE = 20

export const meta: MetaFunction = () => [{ title: `${m.mail_queue_title()} · Passaparola` }]

export const loader = defineLoader(['admin'], async ({ tx, url }) => {
  const page = Math.max(1, Math.min(10_000, Number.parseInt(url.searchParams.get('pagina') ?? '1', 10) || 1))
  const { letters, total } = await deadLetters(tx, { page, perPage: PER_PAGE })
  return {
    numbers: await queueOverview(tx),
    register: registerView(await auditOverview(tx)),
    letters: letters.map(({ id, topic, failure, attempts, since }) => ({
      id,
      attempts,
      what: topicInWords(topic),
      cause: causeInWords(failure),
      since: formatDateTime(since),
    })),
    page,
    pages: Math.ceil(total / PER_PAGE),
    reasonLength: getZodConstraint(discardDeadLetterSchema).reason,
    formKey: newFormKey(),
  }
})

export const action = defineAction(['admin'], async ({ tx, intent, parse }) => {
  switch (intent) {
    case 'retry': {
      await retryDeadLetter(tx, parse(retryDeadLetterSchema).outboxId as OutboxId)
      return redirectTo('/admin/coda', { flash: 'mail_queue_retried' })
    }
    case 'discard': {
      const { outboxId, reason } = parse(discardDeadLetterSchema)
      await discardDeadLetter(tx, { id: outboxId as OutboxId, reason })
      return redirectTo('/admin/coda', { flash: 'mail_queue_discarded' })
    }
    default:
      throw new DomainError('invalid', 'mail_queue_form_unknown')
  }
})

const linesOf = (error: Record<string, string[] | null> | null | undefined) =>
  Object.values(error ?? {}).flatMap((lines) => (lines ?? []).map((message) => ({ message })))

export default function Queue() {
  const { numbers, register, letters, page, pages, reasonLength, formKey } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <div className="stack">
      <PageHeader title={m.mail_queue_title()} lead={m.mail_queue_lead()} />
      <ErrorSummary errors={linesOf(result?.error)} />
      <QueueNumbers numbers={numbers} />
      <AuditRegister register={register} />
      <DeadLetterTable
        letters={letters}
        page={page}
        pages={pages}
        maxLength={reasonLength?.maxLength}
        formKey={formKey}
      />
    </div>
  )
}
