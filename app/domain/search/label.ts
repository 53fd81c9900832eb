/** A skill or profession as the taxonomy names it: at least one of the two labels, and other names for it. */
export type LabelToIndex = {
  kind: 'skill' | 'profession'
  code: string
  it: string | null
  en: string | null
  alsoIt: readonly string[]
  alsoEn: readonly string[]
  /** Another one means that a name of it has changed. */
  fingerprint: string
}
