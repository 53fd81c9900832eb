import { ChoiceGroup, type ChoiceGroupProps } from '#app/ui/forms/ChoiceGroup.tsx'

/** One answer out of a few; above seven choices a select is kinder. */
export function RadioGroup({ defaultValue, ...props }: ChoiceGroupProps & { defaultValue?: string }) {
  return <ChoiceGroup {...props} type="radio" checked={defaultValue === undefined ? [] : [defaultValue]} />
}
