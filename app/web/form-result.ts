import type { SubmissionResult } from '@conform-to/react'

type Answer = { result: SubmissionResult<string[]>; intent?: string } | undefined

/** What one of a page's forms was refused with: the answer to another one is none of its business. */
export const resultFor = (answer: Answer, intent: string): SubmissionResult<string[]> | undefined =>
  answer?.intent === intent ? answer.result : undefined
