import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { closeReasons } from '#app/domain/openings/close-reasons.ts'
import { isEditable, type OpeningState } from '#app/domain/openings/states.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button, ButtonLink, type ButtonVariant } from '#app/ui/Button.tsx'
import { Card } from '#app/ui/Card.tsx'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'

export type ActionName = 'post' | 'pause' | 'resume' | 'close' | 'duplicate' | 'discard'

type OpeningActionsProps = {
  state: OpeningState
  version: number
  complete: boolean
  /** The step to go to while something is missing. */
  firstGap: string | null
  formKeys: Record<ActionName, string>
}

const labels = {
  post: m.openings_post,
  pause: m.openings_pause,
  resume: m.openings_resume,
  duplicate: m.openings_duplicate,
  discard: m.openings_discard,
}

const closeLabels = {
  filled_by_network: m.openings_close_filled_by_network,
  filled_elsewhere: m.openings_close_filled_elsewhere,
  postponed: m.openings_close_postponed,
  need_gone: m.openings_close_need_gone,
  other: m.openings_close_other,
}

/** What can be done with an opening from where it stands. */
export function OpeningActions({ state, version, complete, firstGap, formKeys }: OpeningActionsProps) {
  const act = (name: keyof typeof labels, variant: ButtonVariant = 'secondary') => (
    <ActionForm key={name} name={name} formKey={formKeys[name]} version={version}>
      <Button variant={variant} block>
        {labels[name]()}
      </Button>
    </ActionForm>
  )
  return (
    <Card as="section" title={m.openings_actions()}>
      <div className="stack">
        {state === 'draft' && complete ? act('post', 'primary') : null}
        {state === 'draft' && firstGap ? (
          <ButtonLink to={firstGap} block>
            {m.openings_complete()}
          </ButtonLink>
        ) : null}
        {state === 'paused' ? act('resume', 'primary') : null}
        {state === 'open' ? act('pause') : null}
        {act('duplicate')}
        {state === 'draft' ? (
          <Disclosure summary={m.openings_discard_question()}>
            <p>{m.openings_discard_text()}</p>
            {act('discard', 'danger')}
          </Disclosure>
        ) : null}
        {isEditable(state) && state !== 'draft' ? (
          <Disclosure summary={m.openings_close_question()}>
            <ActionForm name="close" formKey={formKeys.close} version={version}>
              <RadioGroup
                legend={m.openings_close_reason()}
                name="reason"
                required
                options={closeReasons.map((reason) => ({ value: reason, label: closeLabels[reason]() }))}
              />
              <Button variant="danger" block>
                {m.openings_close()}
              </Button>
            </ActionForm>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  )
}

type ActionFormProps = { name: ActionName; formKey: string; version: number; children: ReactNode }

function ActionForm({ name, formKey, version, children }: ActionFormProps) {
  return (
    <Form method="post">
      <IdempotencyKey value={formKey} />
      <input type="hidden" name="intent" value={name} />
      <input type="hidden" name="version" value={version} />
      {children}
    </Form>
  )
}
