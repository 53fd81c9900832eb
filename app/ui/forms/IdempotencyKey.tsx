/** Hidden field by which the server knows a form sent twice. `value` comes from the loader. */
export function IdempotencyKey({ value }: { value: string }) {
  return <input type="hidden" name="_key" value={value} />
}
