import { ChoiceGroup, type ChoiceGroupProps } from '#app/ui/forms/ChoiceGroup.tsx'

/** Any number of answers, each posted under the same name. */
export function CheckboxGroup(props: ChoiceGroupProps & { defaultValues?: readonly string[] }) {
  const { defaultValues = [], ...rest } = props
  return <ChoiceGroup {...rest} type="checkbox" checked={defaultValues} />
}
