import type { SubmissionResult } from '@conform-to/react'
import { m } from '#app/locales/generated/messages.js'
import { ButtonLink } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { PressForm } from '#app/ui/stages/PressForm.tsx'
import type { MeetingView } from './meeting-view.server.ts'

type StandingProps = {
  meeting: NonNullable<MeetingView['meeting']>
  view: Pick<MeetingView, 'formKey'>
  resultOf: (intent: string) => SubmissionResult<string[]> | undefined
}

/** What was arranged, whether they have read it, and what can be done with it: called off before, confirmed after. */
export function Standing({ meeting, view: { formKey }, resultOf }: StandingProps) {
  const { ahead, held } = meeting
  const press = (intent: string, label: string, hint: string, variant: 'danger' | 'secondary') => (
    <PressForm {...{ intent, formKey, label, hint, variant }} lastResult={resultOf(intent)} />
  )
  return (
    <Card
      as="section"
      tone="accent"
      title={ahead ? m.stages_standing_meeting() : m.stages_past_meeting()}
      actions={
        ahead ? null : (
          <ButtonLink to="../contratto" relative="path">
            {m.stages_go_contract()}
          </ButtonLink>
        )
      }
    >
      <DefinitionList
        items={[
          { term: m.stages_fact_when(), value: meeting.when },
          { term: m.stages_fact_where(), value: meeting.where },
          { term: m.stages_fact_name(), value: meeting.called },
          { term: m.stages_fact_arranged(), value: meeting.arranged },
          { term: m.stages_fact_read(), value: meeting.read },
          ...(ahead
            ? []
            : [{ term: m.stages_fact_held(), value: held ? m.stages_held_yes() : m.stages_held_open() }]),
        ]}
      />
      {ahead ? press('call_off', m.stages_call_off(), m.stages_call_off_hint(), 'danger') : null}
      {!ahead && !held ? press('held', m.stages_held(), m.stages_held_hint(), 'secondary') : null}
      {!ahead && held ? press('not_held', m.stages_not_held(), m.stages_not_held_hint(), 'danger') : null}
    </Card>
  )
}
