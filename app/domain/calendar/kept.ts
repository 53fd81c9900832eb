/** More days than a company's follow-ups fall on; what is beyond is computed anew. */
const MOST = 10_000

/**
 * Keeps what a pure function of a text gave: planning asks for the same few days thousands of times.
 * @returns the same function; what it throws it throws each time.
 */
export function kept<Value>(compute: (text: string) => Value): (text: string) => Value {
  const values = new Map<string, Value>()
  return (text) => {
    let value = values.get(text)
    if (value === undefined) {
      if (values.size >= MOST) values.clear()
      value = compute(text)
      values.set(text, value)
    }
    return value
  }
}
