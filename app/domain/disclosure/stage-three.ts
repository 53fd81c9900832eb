/**
 * What a contract may need, in the order in which it is read: nothing else can be asked for, sent or shown. The name comes
 * with every contract, the others where this one needs them.
 */
export const contractFields = ['full_name', 'birth_date', 'tax_code', 'permit_until', 'address'] as const
export type ContractField = (typeof contractFields)[number]

/** Those that a case manager chooses among. */
export const chosenFields = contractFields.filter((field) => field !== 'full_name')

/** Everything that a company learns at stage 3. */
export type StageThree = {
  openingTitle: string
  facts: { field: ContractField; value: string }[]
}

export const isContractField = (field: string): field is ContractField =>
  contractFields.some((known) => known === field)

/** The one way out of stage 3: of the closed list those that were chosen and she agreed to, each once. */
export const stageThree = (
  openingTitle: string,
  chosen: readonly string[],
  values: Partial<Record<ContractField, string | null>>,
): StageThree => ({
  openingTitle,
  facts: contractFields.flatMap((field) => {
    const value = chosen.includes(field) ? values[field] : null
    return value ? [{ field, value }] : []
  }),
})
