export type SelectItem = { value: string; label: string; disabled?: boolean }
export type SelectItems = readonly (SelectItem | { group: string; options: readonly SelectItem[] })[]

/** Options and groups of options of a `<select>`. */
export function SelectOptions({ items }: { items: SelectItems }) {
  return (
    <>
      {items.map((item) =>
        'group' in item ? (
          <optgroup key={item.group} label={item.group}>
            <SelectOptions items={item.options} />
          </optgroup>
        ) : (
          <option key={item.value} value={item.value} disabled={item.disabled}>
            {item.label}
          </option>
        ),
      )}
    </>
  )
}
