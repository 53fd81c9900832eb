/** The comuni that a text field with `list={id}` proposes while one types. Without them the name is typed in full. */
export function PlaceNames({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
