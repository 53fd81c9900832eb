import type { SubmissionResult } from '@conform-to/react'

type Answer = { result: SubmissionResult<string[]> } | undefined

/** Fields that only the form of a story's words has. */
const WORDS = ['title', 'need', 'solution', 'result']

/**
 * Which of a page's forms a refusal is about. The words of a story keep theirs beside their fields; a step forward or
 * back shows it above the page, and beside its one field.
 */
export function answeredBy(answer: Answer) {
  const errors = answer?.result.error ?? {}
  const typed = answer?.result.initialValue ?? {}
  const aboutWords = WORDS.some((field) => field in errors || field in typed)
  const lineOf = (field: string) => {
    const lines = errors[field]
    return aboutWords || !lines ? undefined : lines
  }
  return {
    words: aboutWords ? answer?.result : undefined,
    problem: aboutWords ? undefined : errors['']?.[0],
    note: lineOf('note'),
    namesNobody: lineOf('namesNobody'),
  }
}
