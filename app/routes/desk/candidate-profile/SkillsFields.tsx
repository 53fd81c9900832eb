import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { CheckboxGroup } from '#app/ui/forms/CheckboxGroup.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FieldError, FieldHint } from '#app/ui/forms/FieldNotes.tsx'
import { levelLabels } from '#app/ui/openings/opening-words.ts'
import type { Choice } from '#app/ui/taxonomy/lookup.ts'
import { SkillPicker } from '#app/ui/taxonomy/SkillPicker.tsx'
import type { PartProps } from './profile-fields.ts'
import type { SkillLine } from './profile-lists.server.ts'

type SkillsFieldsProps = PartProps & { suggestions: readonly Choice[] }

/** What she can do, how well, how much Italian, and what her plan wants her to learn. */
export function SkillsFields({ fields, choices, lists, formId, errors, suggestions }: SkillsFieldsProps) {
  const { skills, planSkills } = lists
  return (
    <>
      <h2 className="mt-5">{m.desk_profile_part_skills()}</h2>
      <fieldset className="choice-group" id={fields.skills.id} tabIndex={-1}>
        <legend className="choice-legend">{m.desk_profile_skills()}</legend>
        <FieldHint id={fields.skills.id}>{m.desk_profile_skills_hint()}</FieldHint>
        {skills.map((skill, index) => (
          <SkillRow key={skill.code} skill={skill} index={index} formId={formId} errors={errors} />
        ))}
        <SkillPicker
          label={m.desk_profile_skill_search()}
          hint={m.desk_profile_skill_search_hint()}
          search={lists.skillSearch}
          suggestions={suggestions}
          chosen={skills.map(({ code }) => code)}
          press="intent"
          prefix="skill-"
          query="skill_q"
        />
      </fieldset>
      <div className="field-row">
        <ConformField
          meta={fields.italianSpoken}
          type="select"
          label={m.desk_person_italian_spoken()}
          options={choices.italian}
        />
        <ConformField
          meta={fields.italianWritten}
          type="select"
          label={m.desk_profile_italian_written()}
          options={choices.italian}
        />
      </div>
      <h3>{m.desk_profile_plan()}</h3>
      <p className="form-text">{m.desk_profile_plan_hint()}</p>
      {planSkills.length > 0 ? (
        <CheckboxGroup
          key={planSkills.map(({ code }) => code).join(' ')}
          legend={m.desk_profile_plan_chosen()}
          unmarked
          name={fields.planSkills.name}
          id={fields.planSkills.id}
          error={fields.planSkills.errors}
          defaultValues={planSkills.map(({ code }) => code)}
          options={planSkills.map(({ code, label }) => ({ value: code, label }))}
        />
      ) : null}
      <SkillPicker
        label={m.desk_profile_plan_search()}
        hint={m.desk_profile_skill_search_hint()}
        search={lists.planSearch}
        suggestions={[]}
        chosen={planSkills.map(({ code }) => code)}
        press="intent"
        prefix="plan-"
        query="plan_q"
      />
    </>
  )
}

type SkillRowProps = {
  skill: SkillLine
  index: number
  formId: string
  errors: Record<string, string[] | undefined>
}

function SkillRow({ skill, index, formId, errors }: SkillRowProps) {
  const name = (field: 'code' | 'level') => `skills[${index}].${field}`
  const id = (field: 'code' | 'level') => `${formId}-${name(field)}`
  return (
    <div className="field-row field-row--lead" id={id('code')} tabIndex={-1}>
      <input type="hidden" name={name('code')} value={skill.code} />
      <FieldError id={id('code')} error={errors[name('code')]?.[0]} />
      <Field
        id={id('level')}
        type="select"
        name={name('level')}
        label={skill.label}
        unmarked
        defaultValue={skill.level}
        error={errors[name('level')]}
        options={[1, 2, 3].map((each) => ({ value: String(each), label: levelLabels[each]?.() ?? '' }))}
      />
      <Button
        variant="quiet"
        size="sm"
        name="intent"
        value={`skill-remove:${skill.code}`}
        formNoValidate
        icon="close"
      >
        {m.openings_remove()}
        <span className="visually-hidden"> {skill.label}</span>
      </Button>
    </div>
  )
}
