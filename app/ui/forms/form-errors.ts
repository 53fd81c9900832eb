import type { SummaryError } from '#app/ui/forms/ErrorSummary.tsx'

/** The part of conform's `FormMetadata` that a summary needs. */
export type ConformForm = { id: string; allErrors: Record<string, readonly string[] | null | undefined> }

/**
 * All messages of a form in the order conform keeps them, each with the id of its field. An item of a list, such as
 * `skills[0]`, leads to the list: that is the control a person can see.
 */
export const summaryOf = ({ id, allErrors }: ConformForm): SummaryError[] =>
  Object.entries(allErrors).flatMap(([name, messages]) =>
    (messages ?? []).map((message) => ({
      message,
      fieldId: name ? `${id}-${name.replace(/\[\d+\]$/, '')}` : undefined,
    })),
  )
