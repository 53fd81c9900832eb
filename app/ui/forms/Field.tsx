import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { describedBy, firstError, type FieldErrors } from '#app/ui/forms/described-by.ts'
import { FieldError, FieldHint, OptionalMark } from '#app/ui/forms/FieldNotes.tsx'
import { SelectOptions, type SelectItems } from '#app/ui/forms/SelectOptions.tsx'

type InputType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'search'
  | 'password'
  | 'number'
  | 'date'
  | 'time'
  | 'file'

type Passed = Pick<
  InputHTMLAttributes<HTMLInputElement> & TextareaHTMLAttributes<HTMLTextAreaElement>,
  | 'autoComplete'
  | 'inputMode'
  | 'min'
  | 'max'
  | 'step'
  | 'minLength'
  | 'maxLength'
  | 'pattern'
  | 'rows'
  | 'disabled'
  | 'readOnly'
  | 'spellCheck'
  | 'list'
  | 'accept'
  | 'lang'
>

export type FieldProps = Passed & {
  label: ReactNode
  name: string
  /** Defaults to the name. */
  id?: string
  type?: InputType | 'textarea' | 'select'
  hint?: ReactNode
  error?: FieldErrors
  /** The id of something else that describes the field too. */
  describedBy?: string
  /** Fields that are not required say so, unless `unmarked` (filters, log-in). */
  required?: boolean
  unmarked?: boolean
  defaultValue?: string | number
  /** For a select. */
  options?: SelectItems
  /** For a select: the text of the empty choice; without it there is none. */
  emptyOption?: string
  /** For a select: told of each choice, where a script runs. */
  onChoose?: (value: string) => void
  width?: 'tiny' | 'short' | 'wide'
  /** A unit before or after the field: `€`, `km`. Say it in the label or hint too. */
  prefix?: string
  suffix?: string
}

/** A label, its hint and error, and one control. Works without a script and keeps what was typed. */
export function Field(props: FieldProps) {
  const { label, name, id = name, hint, required, unmarked, width, prefix, suffix } = props
  const error = firstError(props.error)
  const className = classNames('field', width && `field--${width}`, error && 'field--error')
  return (
    <div className={className}>
      <label className="form-label" htmlFor={id}>
        {label}
        {unmarked ? null : <OptionalMark required={required} />}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id} error={error} />
      {prefix || suffix ? (
        <div className="field-affixed">
          {prefix ? <span aria-hidden="true">{prefix}</span> : null}
          <Control {...props} id={id} error={error} />
          {suffix ? <span aria-hidden="true">{suffix}</span> : null}
        </div>
      ) : (
        <Control {...props} id={id} error={error} />
      )}
    </div>
  )
}

function Control(props: FieldProps & { id: string; error?: string }) {
  const {
    type = 'text',
    name,
    id,
    required,
    defaultValue,
    options = [],
    emptyOption,
    onChoose,
    rows = 5,
  } = props
  const shared = { id, name, required, defaultValue, ...passed(props), ...describedBy(id, props) }
  if (type === 'textarea') return <textarea {...shared} rows={rows} className="form-control" />
  if (type === 'select')
    return (
      <select
        {...{ id, name, required, defaultValue, disabled: props.disabled, autoComplete: props.autoComplete }}
        {...describedBy(id, props)}
        className="form-select"
        onChange={onChoose && ((event) => onChoose(event.currentTarget.value))}
      >
        {emptyOption === undefined ? null : <option value="">{emptyOption}</option>}
        <SelectOptions items={options} />
      </select>
    )
  return <input {...shared} type={type} className="form-control" />
}

/** The native attributes alone: what belongs to the label must not reach the control. */
function passed(props: FieldProps): Passed {
  const { autoComplete, inputMode, min, max, step, minLength, maxLength, pattern } = props
  const { disabled, readOnly, spellCheck, list, accept, lang } = props
  return {
    ...{ autoComplete, inputMode, min, max, step, minLength, maxLength, pattern },
    ...{ disabled, readOnly, spellCheck, list, accept, lang },
  }
}
