/** The words for one entry of a taxonomy: both are shown to people, so neither is ever empty. */
export type Labels = { it: string; en: string }
export type LabelLocale = keyof Labels
