import { useForm } from '@conform-to/react'
import { MOST_SHIFTS } from '#app/domain/openings/opening-facts.ts'
import { m } from '#app/locales/generated/messages.js'
import { Disclosure } from '#app/ui/Disclosure.tsx'
import { Button } from '#app/ui/Button.tsx'
import { ConformCheckbox } from '#app/ui/forms/ConformChoices.tsx'
import { typedList } from '#app/ui/forms/conform-meta.ts'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { CheckboxGroup } from '#app/ui/forms/CheckboxGroup.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'
import { WeekGrid } from '#app/ui/week-grid/WeekGrid.tsx'
import { GeneralAdvice } from './GeneralAdvice.tsx'
import type { Guidance } from './guidance-view.server.ts'
import type { StepAnswer } from './save-step.server.ts'
import type { ShiftLine } from './shift-lists.server.ts'
import { StepForm, type StepFrame } from './StepForm.tsx'
import type { StepView } from './step-view.server.ts'

type StepWhenWhereProps = {
  view: StepView<3>
  answer: StepAnswer | undefined
  frame: StepFrame
  guidance: Guidance
}

/** Step 3: the hours, the place, the start. */
export function StepWhenWhere({ view, answer, frame, guidance }: StepWhenWhereProps) {
  const { constraint, values, licences } = view
  const [form, fields] = useForm<typeof values>({
    id: 'step',
    constraint: { ...constraint },
    defaultValue: values,
    lastResult: answer?.result,
  })
  const shifts = answer?.shifts ?? view.shifts
  const category = (asked: { category: string }) => ({ value: asked.category, label: asked.category })
  return (
    <StepForm form={form} {...frame}>
      <GeneralAdvice sentences={guidance.shifts} />
      <section id={`${form.id}-shifts`} tabIndex={-1}>
        {shifts.map((shift, index) => (
          <ShiftFields
            key={index}
            shift={shift}
            index={index}
            many={shifts.length > 1}
            formId={form.id}
            errors={form.allErrors}
          />
        ))}
        {shifts.length < MOST_SHIFTS ? (
          <>
            <p className="form-text">{m.openings_shift_add_hint()}</p>
            <Button variant="secondary" name="do" value="add" formNoValidate icon="plus">
              {m.openings_shift_add()}
            </Button>
          </>
        ) : null}
      </section>
      <div className="mt-4">
        <ConformField
          meta={fields.hoursPerWeek}
          type="number"
          width="tiny"
          label={m.openings_hours_per_week()}
          hint={m.openings_hours_per_week_hint()}
        />
      </div>
      <h2 className="mt-5">{m.openings_where_start()}</h2>
      <ConformField
        meta={fields.placeCode}
        label={m.openings_place()}
        hint={m.openings_place_hint()}
        list="place-choices"
        autoComplete="off"
        unmarked
      />
      <datalist id="place-choices">
        {view.placeChoices.map((choice) => (
          <option key={choice} value={choice} />
        ))}
      </datalist>
      <GeneralAdvice sentences={guidance.start} />
      <div className="field-row">
        <ConformField meta={fields.startFrom} type="date" label={m.openings_start_from()} unmarked />
        <ConformField
          meta={fields.startLatest}
          type="date"
          min={view.today}
          label={m.openings_start_latest()}
          hint={m.openings_start_latest_hint()}
          unmarked
        />
      </div>
      <div className="field-row">
        <ConformField meta={fields.places} type="number" width="tiny" label={m.openings_places()} unmarked />
        <ConformField
          meta={fields.durationMonths}
          type="number"
          width="tiny"
          label={m.openings_duration_months()}
          hint={m.openings_duration_hint()}
        />
      </div>
      <GeneralAdvice sentences={guidance.licences} />
      <CheckboxGroup
        legend={m.openings_licences_asked()}
        unmarked
        hint={m.openings_licences_hint()}
        name="licences"
        id={fields.licences.id}
        layout="inline"
        error={fields.licences.errors}
        defaultValues={typedList(fields.licences)}
        options={licences.filter(({ common }) => common).map(category)}
      />
      <Disclosure summary={m.openings_licences_more()}>
        <CheckboxGroup
          legend={m.openings_licences_others()}
          name="licences"
          id={`${fields.licences.id}-others`}
          layout="inline"
          unmarked
          defaultValues={typedList(fields.licences)}
          options={licences.filter(({ common }) => !common).map(category)}
        />
      </Disclosure>
      <ConformCheckbox
        meta={fields.needsVehicle}
        label={m.openings_needs_vehicle()}
        hint={m.openings_needs_vehicle_hint()}
      />
    </StepForm>
  )
}

type ShiftFieldsProps = {
  shift: ShiftLine
  index: number
  many: boolean
  formId: string
  errors: Record<string, string[] | undefined>
}

function ShiftFields({ shift, index, many, formId, errors }: ShiftFieldsProps) {
  const name = (field: string) => `shifts[${index}].${field}`
  const id = (field: string) => `${formId}-${name(field)}`
  return (
    <div className={many ? 'card mb-4' : 'mb-4'}>
      {many ? (
        <div className="card-top">
          <h2 className="card-title">{m.openings_shift_number({ number: index + 1 })}</h2>
          <Button variant="quiet" size="sm" name="do" value={`remove:${index}`} formNoValidate icon="close">
            {m.openings_remove()}
            <span className="visually-hidden"> {m.openings_shift_number({ number: index + 1 })}</span>
          </Button>
        </div>
      ) : null}
      <RadioGroup
        legend={m.openings_shift_kind()}
        name={name('kind')}
        id={id('kind')}
        layout="cards"
        required
        defaultValue={shift.kind}
        error={errors[name('kind')]}
        options={[
          { value: 'fixed', label: m.openings_shift_fixed(), hint: m.openings_shift_fixed_hint() },
          { value: 'flexible', label: m.openings_shift_flexible(), hint: m.openings_shift_flexible_hint() },
        ]}
      />
      <WeekGrid
        name={name('mask')}
        id={id('mask')}
        legend={m.openings_week()}
        hint={m.openings_week_hint()}
        week={shift.week}
        error={errors[name('mask')] ?? (index === 0 ? errors.shifts : undefined)}
      />
      <Field
        type="number"
        id={id('hoursPerWeek')}
        name={name('hoursPerWeek')}
        width="tiny"
        label={m.openings_flexible_hours()}
        hint={m.openings_flexible_hours_hint()}
        min={1}
        max={168}
        defaultValue={shift.hoursPerWeek}
        error={errors[name('hoursPerWeek')]}
      />
    </div>
  )
}
