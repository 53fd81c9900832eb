let last = 0

/** Begins a test file's numbers: its database is its own, but its process may be shared. */
export const startNumbers = (): void => {
  last = 0
}

/** The next number of this test file, for values that must differ. */
export const next = (): number => ++last

/** A partita IVA of the tax office of Torino (001) that passes its check digit (Luhn), different for each number up to 9,999,999. */
export function vatIdOf(number: number): string {
  const body = `${String(number).padStart(7, '0')}001`
  let sum = 0
  for (const [index, digit] of [...body].entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return body + String((10 - (sum % 10)) % 10)
}
