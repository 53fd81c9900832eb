import { Field } from '#app/ui/forms/Field.tsx'
import type { SelectItems } from '#app/ui/forms/SelectOptions.tsx'

type FilterSelectProps = {
  label: string
  name: string
  value: string | null
  options: SelectItems
  /** The choice that narrows nothing; without it one of the options always holds. */
  any?: string
}

/** One choice of a filter. */
export function FilterSelect({ label, name, value, options, any }: FilterSelectProps) {
  return (
    <Field
      type="select"
      name={name}
      label={label}
      unmarked
      defaultValue={value ?? ''}
      emptyOption={any}
      options={options}
    />
  )
}
