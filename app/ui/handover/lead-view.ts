import type { SelectItems } from '#app/ui/forms/SelectOptions.tsx'

/** Who follows a company, and to whom the reader may give it. */
export type LeadView = {
  from: string | null
  now: string | null
  /** The reader's own id where all she can do is to take it herself. */
  takes: string | null
  to: SelectItems
  formKey: string
}
