import { Form, Link } from '@remix-run/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { sendingLabels } from '#app/ui/events/event-words.ts'
import type { EventPageData, InvitedLine } from '#app/ui/events/event-view.ts'
import { AnswerTag } from '#app/ui/events/EventTags.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { StatusTag } from '#app/ui/StatusTag.tsx'
import { Table } from '#app/ui/Table.tsx'

/** The companies that are invited, with what is known of each and the way to note what it said. */
export function InvitedCompanies({
  data: { base, event, formKeys },
  companies,
}: {
  data: EventPageData
  companies: readonly InvitedLine[]
}) {
  const open = event.state === 'to_come'
  return (
    <section aria-labelledby="aziende">
      <h2 id="aziende">{m.events_companies()}</h2>
      {companies.length === 0 ? (
        <EmptyState
          icon="building"
          level={3}
          title={m.events_nobody_invited()}
          text={open && event.mayManage ? m.events_nobody_invited_hint() : undefined}
        />
      ) : (
        <Table<InvitedLine>
          caption={m.events_companies()}
          captionHidden
          rows={companies}
          rowKey={({ invitationId }) => invitationId}
          columns={[
            {
              key: 'company',
              header: m.events_col_company(),
              cell: ({ companyId, name, contact, lead }) => (
                <div>
                  <Link to={`${base}/aziende/${companyId}`}>{name}</Link>
                  <span className="muted small d-block">
                    {contact ? m.events_through({ contact }) : m.events_by_voice({ lead: lead ?? '–' })}
                  </span>
                </div>
              ),
            },
            {
              key: 'sending',
              header: m.events_col_invitation(),
              cell: ({ sending }) => (sending ? sendingLabels[sending]() : m.events_sending_waits()),
            },
            { key: 'answer', header: m.events_col_answer(), cell: (line) => <Answer line={line} /> },
            ...(open
              ? [
                  {
                    key: 'note',
                    header: m.events_col_note(),
                    cell: (line: InvitedLine) => <NoteAnswer line={line} formKey={formKeys[0]} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}

function Answer({ line: { answer, answered, attendance } }: { line: InvitedLine }) {
  return (
    <div className="d-flex flex-wrap gap-2 align-items-center">
      {answer ? <AnswerTag answer={answer} /> : <span className="muted">{m.events_no_answer()}</span>}
      {attendance === 'attended' ? <StatusTag tone="brand">{m.events_attended()}</StatusTag> : null}
      {attendance === 'absent' ? <StatusTag tone="neutral">{m.events_absent()}</StatusTag> : null}
      {answered && !attendance ? <span className="muted small">{answered}</span> : null}
    </div>
  )
}

/** What a company said on the telephone, in one press; the other answer while there is one. */
function NoteAnswer({ line, formKey }: { line: InvitedLine; formKey: string }) {
  const { invitationId, name, answer } = line
  return (
    <Form method="post" className="row-actions">
      <IdempotencyKey value={`${formKey}-${invitationId.slice(0, 8)}`} />
      <input type="hidden" name="intent" value="note_answer" />
      <input type="hidden" name="invitationId" value={invitationId} />
      {answer === 'coming' ? null : (
        <Button
          size="sm"
          variant="secondary"
          name="answer"
          value="coming"
          aria-label={m.events_note_coming_of({ name })}
        >
          {m.events_note_coming()}
        </Button>
      )}
      {answer === 'declined' ? null : (
        <Button
          size="sm"
          variant="quiet"
          name="answer"
          value="declined"
          aria-label={m.events_note_declined_of({ name })}
        >
          {m.events_note_declined()}
        </Button>
      )}
    </Form>
  )
}
