import type { SubmissionResult } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { stagesByHand, trustStages, type TrustStage } from '#app/domain/trust/stages.ts'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import type { CompanyLine } from '#app/ui/company/company-view.ts'
import { stageLabels } from '#app/ui/company/company-words.ts'
import { SlopeTag, StandingTag } from '#app/ui/company/CompanyTags.tsx'
import { NextTouch } from '#app/ui/company/NextTouch.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { IdempotencyKey } from '#app/ui/forms/IdempotencyKey.tsx'
import { Icon } from '#app/ui/Icon.tsx'

/** A card that was dropped on a rung: its form opens there and asks why. */
export type Dropped = { id: string; to: TrustStage; times: number }

type BoardCardProps = {
  company: CompanyLine
  to: string
  formKey: string
  dropped: Dropped | null
  lastResult: SubmissionResult<string[]> | undefined
  onDrag: (company: CompanyLine | null) => void
  onChoose: (company: CompanyLine, to: TrustStage) => void
}

/** A company on the board, with the form that moves it. */
export function BoardCard({ company, to, onDrag, ...move }: BoardCardProps) {
  const { name, place, score, slope, standing, pausedUntil, next, lead } = company
  return (
    <li className="board__card" draggable onDragStart={() => onDrag(company)} onDragEnd={() => onDrag(null)}>
      <Link to={to} draggable={false}>
        {name}
      </Link>
      <span className="muted small d-block">{[place, lead].filter(Boolean).join(' · ')}</span>
      <p className="board__tags">
        <strong>{Math.round(score)}</strong> <SlopeTag slope={slope} />
        <StandingTag standing={standing} pausedUntil={pausedUntil} />
      </p>
      <p className="small">
        <NextTouch next={next} />
      </p>
      <MoveForm company={company} {...move} />
    </li>
  )
}

function MoveForm(props: Omit<BoardCardProps, 'to' | 'onDrag'>) {
  const { company, formKey, dropped, lastResult, onChoose } = props
  const { id, name, stage } = company
  const form = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (dropped) form.current?.querySelector<HTMLInputElement>('input[name=reason]')?.focus()
  }, [dropped])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const neighbour = step && trustStages[trustStages.indexOf(dropped?.to ?? stage) + step]
    if (neighbour && neighbour !== stage) onChoose(company, neighbour)
  }
  const chosen = lastResult?.initialValue?.to ?? dropped?.to
  const possible = stagesByHand(stage)
  return (
    <details ref={form} className="more" open={dropped || lastResult ? true : undefined}>
      <summary onKeyDown={onKeyDown}>
        {m.portfolio_board_move()}
        <span className="visually-hidden"> {name}</span> <Icon name="chevron-down" />
      </summary>
      <Form method="post" noValidate key={dropped?.times ?? 0}>
        <IdempotencyKey value={`${formKey}-${id.slice(-12)}`} />
        <input type="hidden" name="companyId" value={id} />
        <input type="hidden" name="from" value={stage} />
        <Field
          type="select"
          name="to"
          id={`to-${id}`}
          label={m.relationship_stage_to()}
          hint={possible.includes('hiring') || stage === 'hiring' ? m.portfolio_board_facts() : undefined}
          error={lastResult?.error?.to ?? lastResult?.error?.[''] ?? undefined}
          required
          emptyOption={m.relationship_choose()}
          defaultValue={typeof chosen === 'string' ? chosen : ''}
          options={possible.map((value) => ({ value, label: stageLabels[value]() }))}
        />
        <Field
          name="reason"
          id={`reason-${id}`}
          label={m.relationship_reason()}
          error={lastResult?.error?.reason ?? undefined}
          defaultValue={
            typeof lastResult?.initialValue?.reason === 'string' ? lastResult.initialValue.reason : ''
          }
          required
          maxLength={300}
        />
        <Button variant="secondary" size="sm" name="intent" value="stage">
          {m.relationship_stage_submit()}
        </Button>
      </Form>
    </details>
  )
}
