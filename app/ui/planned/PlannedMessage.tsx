import type { SubmissionResult } from '@conform-to/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { MessagePaper } from '#app/ui/messages/MessagePaper.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { MessageActions } from '#app/ui/planned/MessageActions.tsx'
import { OwnWordsForm } from '#app/ui/planned/OwnWordsForm.tsx'
import type { MessageView } from '#app/ui/planned/message-view.ts'

type PlannedMessageProps = {
  message: MessageView
  companyPath: string
  resultOf: (intent: string) => SubmissionResult<string[]> | undefined
}

/** A planned message before it leaves: as it reads today, and what can be done with it. */
export function PlannedMessage({ message, companyPath, resultOf }: PlannedMessageProps) {
  const { title, company, reason, when, contact, words, open, worded } = message
  return (
    <div className="stack">
      <PageHeader
        eyebrow={company}
        title={title}
        lead={open ? m.planned_message_lead({ when }) : undefined}
        actions={
          <ButtonLink to={companyPath} variant="quiet">
            {m.planned_back()}
          </ButtonLink>
        }
      />
      <Standing message={message} />
      <div className="row">
        <div className="col-lg-7 stack">
          {words ? (
            <Card as="section" title={m.planned_text()}>
              {worded ? <p className="muted">{m.planned_changed_by(worded)}</p> : null}
              <MessagePaper words={words} locale={message.locale} firstName={message.firstName} />
            </Card>
          ) : null}
          {open && message.mayBeWorded && message.text ? (
            <OwnWordsForm key={message.seen} message={message} lastResult={resultOf('words')} />
          ) : null}
          {open && !message.mayBeWorded ? <Notice tone="info">{m.planned_card_fixed()}</Notice> : null}
        </div>
        <div className="col-lg-5 stack">
          <Card as="section">
            <DefinitionList
              items={[
                { term: m.planned_when(), value: when },
                { term: m.planned_whom(), value: contact ?? m.planned_nobody() },
                { term: m.planned_why(), value: reason },
              ]}
            />
          </Card>
          {open ? <MessageActions message={message} lastResult={resultOf('skip')} /> : null}
        </div>
      </div>
    </div>
  )
}

/** Whether it can still be changed, and whether it would leave as things stand. */
function Standing({ message: { left, over, stopped, open } }: { message: MessageView }) {
  if (over) return <Notice tone="warn">{m.planned_message_over({ why: over })}</Notice>
  if (left) return <Notice tone="info">{m.planned_message_left()}</Notice>
  return open && stopped ? <Notice tone="warn">{m.planned_stopped({ why: stopped })}</Notice> : null
}
