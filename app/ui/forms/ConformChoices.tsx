import { Checkbox, type CheckboxProps } from '#app/ui/forms/Checkbox.tsx'
import { CheckboxGroup } from '#app/ui/forms/CheckboxGroup.tsx'
import type { ChoiceGroupProps } from '#app/ui/forms/ChoiceGroup.tsx'
import { typedList, typedText, type ConformMeta } from '#app/ui/forms/conform-meta.ts'
import { RadioGroup } from '#app/ui/forms/RadioGroup.tsx'

type Bound<Props> = Omit<Props, 'name' | 'id' | 'error' | 'required' | 'defaultChecked'> & {
  meta: ConformMeta
}

/** `RadioGroup` bound to a field of conform. */
export function ConformRadioGroup({ meta, ...props }: Bound<ChoiceGroupProps>) {
  const { id, name, key, errors, required } = meta
  return (
    <RadioGroup
      key={key}
      {...props}
      {...{ id, name, required }}
      error={errors}
      defaultValue={typedText(meta)}
    />
  )
}

/** `CheckboxGroup` bound to a list field of conform. */
export function ConformCheckboxGroup({ meta, ...props }: Bound<ChoiceGroupProps>) {
  const { id, name, key, errors, required } = meta
  return (
    <CheckboxGroup
      key={key}
      {...props}
      {...{ id, name, required }}
      error={errors}
      defaultValues={typedList(meta)}
    />
  )
}

/** `Checkbox` bound to a boolean field of conform, which posts `on`. */
export function ConformCheckbox({ meta, ...props }: Bound<CheckboxProps>) {
  const { id, name, key, errors, required } = meta
  return (
    <Checkbox
      key={key}
      {...props}
      {...{ id, name, required }}
      error={errors}
      defaultChecked={typedText(meta) === 'on'}
    />
  )
}
