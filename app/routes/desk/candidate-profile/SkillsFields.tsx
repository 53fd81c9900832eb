import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { ConformField } from '#app/ui/forms/ConformField.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FieldHint } from '#app/ui/forms/FieldNotes.tsx'
import { levelLabels } from '#app/ui/openings/opening-words.ts'
import { CodeLines } from './CodeLines.tsx'
import type { PartProps, SkillLine } from './profile-fields.ts'

/** Empty lines below those that are filled. */
const EMPTY = 3

/** What she can do, how well, how much Italian, and what her plan wants her to learn. */
export function SkillsFields({ fields, choices, lists, formId, errors }: PartProps) {
  const empty = Array.from({ length: EMPTY }, (): SkillLine => ({ code: '', level: '1' }))
  const lines = [...lists.skills, ...empty]
  return (
    <>
      <h2 className="mt-5">{m.desk_profile_part_skills()}</h2>
      <fieldset className="choice-group" id={fields.skills.id} tabIndex={-1}>
        <legend className="choice-legend">{m.desk_profile_skills()}</legend>
        <FieldHint id={fields.skills.id}>{m.desk_profile_skills_hint()}</FieldHint>
        {lines.map(({ code, level }, index) => {
          const name = (field: keyof SkillLine) => `skills[${index}].${field}`
          return (
            <div key={`${index}${code}${level}`} className="field-row field-row--lead">
              <Field
                id={`${formId}-${name('code')}`}
                type="select"
                name={name('code')}
                label={m.desk_profile_skill({ number: index + 1 })}
                unmarked
                emptyOption={m.desk_choose_none()}
                defaultValue={code}
                error={errors[name('code')]}
                options={choices.skills}
              />
              <Field
                id={`${formId}-${name('level')}`}
                type="select"
                name={name('level')}
                label={m.desk_profile_skill_level({ number: index + 1 })}
                unmarked
                defaultValue={level}
                error={errors[name('level')]}
                options={[1, 2, 3].map((each) => ({
                  value: String(each),
                  label: levelLabels[each]?.() ?? '',
                }))}
              />
            </div>
          )
        })}
        <Button variant="secondary" size="sm" icon="plus" name="intent" value="more" formNoValidate>
          {m.desk_profile_more_lines()}
        </Button>
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
      <CodeLines
        meta={fields.planSkills}
        chosen={lists.planSkills}
        legend={m.desk_profile_plan()}
        hint={m.desk_profile_plan_hint()}
        label={m.desk_profile_plan_skill()}
        options={choices.skills}
        errors={errors}
      />
    </>
  )
}
