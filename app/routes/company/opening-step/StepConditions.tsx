import { useForm } from '@conform-to/react'
import { offers } from '#app/domain/openings/offers.ts'
import { m } from '#app/locales/generated/messages.js'
import { CheckboxGroup } from '#app/ui/forms/CheckboxGroup.tsx'
import { ConformCheckboxGroup, ConformRadioGroup } from '#app/ui/forms/ConformChoices.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { italianSpoken, italianWritten, offerLabels, payLabels } from '#app/ui/openings/opening-words.ts'
import { SkillPicker } from '#app/ui/taxonomy/SkillPicker.tsx'
import { formatMoney } from '#app/web/format.ts'
import { GeneralAdvice } from './GeneralAdvice.tsx'
import type { Guidance } from './guidance-view.server.ts'
import type { StepAnswer } from './save-step.server.ts'
import { StepForm, type StepFrame } from './StepForm.tsx'
import type { StepView } from './step-view.server.ts'

type StepConditionsProps = {
  view: StepView<4>
  answer: StepAnswer | undefined
  frame: StepFrame
  guidance: Guidance
}

const levels = (of: typeof italianSpoken | typeof italianWritten) =>
  of.map(({ label, hint }, level) => ({ value: String(level), label: label(), hint: hint() }))

function payHint({ kind, internshipRule }: StepView<4>): string {
  if (internshipRule) {
    const { indemnityCents, floorCents, source } = internshipRule
    return m.openings_pay_hint_internship({
      least: formatMoney(indemnityCents),
      floor: formatMoney(floorCents),
      source,
    })
  }
  return kind === 'job' ? m.openings_pay_hint_job() : m.openings_pay_hint_other()
}

/** Step 4: what is asked of the person, what she gets, what she learns. */
export function StepConditions({ view, answer, frame, guidance }: StepConditionsProps) {
  const { constraint, values } = view
  const [form, fields] = useForm<typeof values>({
    id: 'step',
    constraint: { ...constraint },
    defaultValue: values,
    lastResult: answer?.result,
  })
  const known = new Set(view.teachable.map(({ code }) => code))
  const teachable = [...view.teachable, ...(answer?.taught ?? []).filter(({ code }) => !known.has(code))]
  const taught = answer?.taught?.map(({ code }) => code) ?? values.teaches
  return (
    <StepForm form={form} {...frame}>
      <GeneralAdvice sentences={guidance.italian} />
      <ConformRadioGroup
        meta={fields.italianSpoken}
        legend={m.openings_spoken()}
        hint={m.openings_spoken_hint()}
        layout="cards"
        options={levels(italianSpoken)}
      />
      <ConformRadioGroup
        meta={fields.italianWritten}
        legend={m.openings_written()}
        hint={m.openings_written_hint()}
        layout="cards"
        options={levels(italianWritten)}
      />
      <ConformField
        meta={fields.pay}
        label={payLabels[view.kind]()}
        hint={payHint(view)}
        width="short"
        inputMode="decimal"
        autoComplete="off"
        suffix="€"
        unmarked={view.kind === 'internship'}
      />
      <ConformCheckboxGroup
        meta={fields.demands}
        legend={m.openings_demands()}
        hint={m.openings_demands_hint()}
        unmarked
        options={view.demands}
      />
      <GeneralAdvice sentences={guidance.offers} />
      <ConformCheckboxGroup
        meta={fields.offers}
        legend={m.openings_offers()}
        hint={m.openings_offers_hint()}
        unmarked
        options={offers.map((offer) => ({
          value: offer,
          label: offerLabels[offer](),
          hint: offerHints[offer](),
        }))}
      />
      <h2>{m.openings_teaches()}</h2>
      <p className="prose">{m.openings_teaches_lead()}</p>
      {teachable.length > 0 ? (
        <CheckboxGroup
          legend={m.openings_teaches_list()}
          unmarked
          name="teaches"
          id={fields.teaches.id}
          error={fields.teaches.errors}
          defaultValues={taught}
          options={teachable.map(({ code, label }) => ({ value: code, label }))}
        />
      ) : null}
      <SkillPicker
        label={m.openings_teaches_search()}
        hint={m.openings_skill_search_hint()}
        search={answer?.search}
        suggestions={[]}
        chosen={taught}
      />
    </StepForm>
  )
}

const offerHints = {
  transport: m.openings_offer_transport_hint,
  lodging: m.openings_offer_lodging_hint,
  canteen: m.openings_offer_canteen_hint,
  childcare: m.openings_offer_childcare_hint,
  tutor: m.openings_offer_tutor_hint,
}
