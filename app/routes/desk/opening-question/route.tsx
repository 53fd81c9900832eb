import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { sendQuestionSchema } from '#app/domain/opening-questions/send-question.schema.server.ts'
import { sendQuestion } from '#app/domain/opening-questions/send-question.server.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { m } from '#app/locales/generated/messages.js'
import { Breadcrumbs } from '#app/ui/Breadcrumbs.tsx'
import { ButtonLink } from '#app/ui/Button.tsx'
import { RecentContacts } from '#app/ui/company/RecentContacts.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { defineAction, defineLoader } from '#app/web/define.server.ts'
import { editLabel } from '#app/web/describe-edit.server.ts'
import { redirectTo } from '#app/web/flash.server.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { QuestionForm } from './QuestionForm.tsx'
import { editAsked, questionView } from './question-view.server.ts'

export const meta: MetaFunction = () => [{ title: `${m.questions_title()} · Passaparola` }]

export const loader = defineLoader(['case_manager'], async (call) => ({
  view: await questionView(call.tx, call),
  constraint: getZodConstraint(sendQuestionSchema),
  formKey: newFormKey(),
}))

export const action = defineAction(['case_manager'], async (call) => {
  const mail = call.parse(sendQuestionSchema)
  const { opening, edit } = await editAsked(call.tx, call)
  if (!edit) throw new DomainError('refused', 'questions_gone')
  const about = { opening: opening.title, edit: editLabel(edit, call.info.locale) }
  await sendQuestion(call.tx, {
    ...{ openingId: opening.id, edit, mail },
    words: { note: m.questions_note(about), task: m.questions_task(about) },
  })
  return redirectTo(`/lavoro/opportunita/${opening.id}?tab=ipotesi`, { flash: 'questions_sent' })
})

export default function QuestionToCompany() {
  const { view, constraint, formKey } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  const { openingId, title, company, companyId, question } = view
  const back = `/lavoro/opportunita/${openingId}?tab=ipotesi`
  return (
    <div className="form-page">
      <Breadcrumbs
        items={[
          { to: '/lavoro/opportunita', label: m.desk_match_openings() },
          { to: back, label: title },
          { label: m.questions_title() },
        ]}
      />
      <PageHeader eyebrow={company} title={m.questions_title()} lead={m.questions_lead()} />
      {question ? (
        <div className="stack">
          <p>
            {m.questions_what()}: <strong>{question.label}</strong>
          </p>
          {question.before ? (
            <Notice tone="warn">
              {m.questions_asked_before({ who: question.before.by, date: question.before.on })}
            </Notice>
          ) : null}
          <RecentContacts lines={question.recent} />
          <Notice tone="info" title={m.questions_rules_title()}>
            {m.questions_rules()}
          </Notice>
          {question.contact ? (
            <QuestionForm
              key={question.contact.id}
              contact={question.contact}
              {...{ question, back, constraint, lastResult, formKey }}
            />
          ) : (
            <EmptyState
              icon="mail"
              title={m.questions_nobody_title()}
              text={m.questions_nobody()}
              action={
                <ButtonLink to={`/lavoro/aziende/${companyId}/gestione`} variant="secondary">
                  {m.questions_nobody_action()}
                </ButtonLink>
              }
            />
          )}
        </div>
      ) : (
        <EmptyState
          icon="mail"
          title={m.questions_gone_title()}
          text={m.questions_gone()}
          action={
            <ButtonLink to={back} variant="secondary">
              {m.questions_back()}
            </ButtonLink>
          }
        />
      )}
    </div>
  )
}
