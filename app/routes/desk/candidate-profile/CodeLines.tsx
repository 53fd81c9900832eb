import { m } from '#app/locales/generated/messages.js'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/forms/Field.tsx'
import { FieldHint, OptionalMark } from '#app/ui/forms/FieldNotes.tsx'
import type { SelectItems } from '#app/ui/forms/SelectOptions.tsx'

/** Empty lines below those that are filled. */
const EMPTY = 2

type CodeLinesProps = {
  meta: { id: string; name: string }
  chosen: readonly string[]
  legend: string
  hint?: string
  /** What one line asks for; its number follows. */
  label: string
  options: SelectItems
  errors: Record<string, string[] | undefined>
}

/** A short list out of a long one: a select a line, and two lines more than are filled. */
export function CodeLines({ meta, chosen, legend, hint, label, options, errors }: CodeLinesProps) {
  const { id, name } = meta
  return (
    <fieldset className="choice-group" id={id} tabIndex={-1}>
      <legend className="choice-legend">
        {legend}
        <OptionalMark />
      </legend>
      <FieldHint id={id}>{hint}</FieldHint>
      <div className="field-row">
        {[...chosen, ...Array.from({ length: EMPTY }, () => '')].map((code, index) => (
          <Field
            key={`${index}${code}`}
            id={`${id}-${index}`}
            type="select"
            name={name}
            label={`${label} ${index + 1}`}
            unmarked
            emptyOption={m.desk_choose_none()}
            defaultValue={code}
            error={errors[`${name}[${index}]`]}
            options={options}
          />
        ))}
      </div>
      <Button variant="secondary" size="sm" icon="plus" name="intent" value="more" formNoValidate>
        {m.desk_profile_more_lines()}
      </Button>
    </fieldset>
  )
}
