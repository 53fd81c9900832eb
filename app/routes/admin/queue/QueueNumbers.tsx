import type { QueueOverview } from '#app/domain/outbox/queue-overview.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { formatNumber } from '#app/web/format.ts'

/** How much is under way, in numbers. */
export function QueueNumbers({ numbers }: { numbers: QueueOverview }) {
  const { events, mails, oldestSeconds } = numbers
  return (
    <Card title={m.mail_queue_counts()} as="section">
      <DefinitionList
        items={[
          { term: m.mail_queue_pending(), value: formatNumber(events.pending) },
          { term: m.mail_queue_queued(), value: formatNumber(events.queued) },
          { term: m.mail_queue_dead(), value: formatNumber(events.dead) },
          { term: m.mail_queue_mails_waiting(), value: formatNumber(mails.waiting) },
          { term: m.mail_queue_mails_uncertain(), value: formatNumber(mails.uncertain) },
          { term: m.mail_queue_mails_failed(), value: formatNumber(mails.failed) },
          {
            term: m.mail_queue_oldest(),
            value: m.mail_queue_seconds({ seconds: formatNumber(oldestSeconds) }),
          },
        ]}
      />
    </Card>
  )
}
