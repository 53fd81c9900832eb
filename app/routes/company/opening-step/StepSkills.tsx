import { useForm } from '@conform-to/react'
import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { EmptyState } from '#app/ui/EmptyState.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FieldError } from '#app/ui/forms/FieldNotes.tsx'
import { levelLabels } from '#app/ui/openings/opening-words.ts'
import { SkillPicker } from '#app/ui/taxonomy/SkillPicker.tsx'
import { GeneralAdvice } from './GeneralAdvice.tsx'
import type { Guidance } from './guidance-view.server.ts'
import type { StepAnswer } from './save-step.server.ts'
import type { SkillLine } from './skill-lists.server.ts'
import { StepForm, type StepFrame } from './StepForm.tsx'
import type { StepView } from './step-view.server.ts'

type StepSkillsProps = {
  view: StepView<2>
  answer: StepAnswer | undefined
  frame: StepFrame
  guidance: Guidance
}

/** Step 2: what somebody must know, and what would help. */
export function StepSkills({ view, answer, frame, guidance }: StepSkillsProps) {
  const [form] = useForm({ id: 'step', lastResult: answer?.result })
  const skills = answer?.skills ?? view.skills
  return (
    <StepForm form={form} {...frame}>
      <p className="prose">{m.openings_skills_lead()}</p>
      <GeneralAdvice sentences={guidance.skills} />
      <SkillPicker
        label={m.openings_skill_search()}
        hint={m.openings_skill_search_hint()}
        search={answer?.search}
        suggestions={view.suggestions}
        chosen={skills.map(({ code }) => code)}
      />
      <h2 id={`${form.id}-skills`} tabIndex={-1} className="mt-4">
        {skills.length > 0 ? m.openings_skills_chosen({ count: skills.length }) : m.openings_skills_list()}
      </h2>
      {skills.length === 0 ? (
        <EmptyState
          level={3}
          icon="star"
          title={m.openings_skills_empty()}
          text={m.openings_skills_empty_text()}
        />
      ) : (
        <ol className="plain-list stack">
          {skills.map((skill, index) => (
            <SkillRow key={skill.code} skill={skill} index={index} formId={form.id} errors={form.allErrors} />
          ))}
        </ol>
      )}
    </StepForm>
  )
}

type SkillRowProps = {
  skill: SkillLine
  index: number
  formId: string
  errors: Record<string, string[] | undefined>
}

function SkillRow({ skill, index, formId, errors }: SkillRowProps) {
  const name = (field: string) => `skills[${index}].${field}`
  const id = (field: string) => `${formId}-${name(field)}`
  return (
    <li className="card" id={id('code')} tabIndex={-1}>
      <input type="hidden" name={name('code')} value={skill.code} />
      <div className="card-top">
        <h3 className="card-title">{skill.label}</h3>
        <Button
          variant="quiet"
          size="sm"
          name="do"
          value={`remove:${skill.code}`}
          formNoValidate
          icon="close"
        >
          {m.openings_remove()}
          <span className="visually-hidden"> {skill.label}</span>
        </Button>
      </div>
      <FieldError id={id('code')} error={errors[name('code')]?.[0]} />
      <div className="field-row">
        <Field
          type="select"
          id={id('need')}
          name={name('need')}
          label={m.openings_need()}
          unmarked
          defaultValue={skill.need}
          error={errors[name('need')]}
          options={[
            { value: 'required', label: m.openings_need_required() },
            { value: 'important', label: m.openings_need_important() },
            { value: 'useful', label: m.openings_need_useful() },
          ]}
        />
        <Field
          type="select"
          id={id('level')}
          name={name('level')}
          label={m.openings_level()}
          unmarked
          defaultValue={skill.level}
          error={errors[name('level')]}
          options={[1, 2, 3].map((level) => ({ value: String(level), label: levelLabels[level]?.() ?? '' }))}
        />
      </div>
    </li>
  )
}
