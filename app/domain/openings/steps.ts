/** The pages of the form by which a company posts an opening: what, skills, when and where, conditions. */
export const openingSteps = [1, 2, 3, 4] as const
export type OpeningStep = (typeof openingSteps)[number]

/** The step that an address names, or null. */
export const stepOf = (value: string | undefined): OpeningStep | null =>
  openingSteps.find((step) => String(step) === value) ?? null
