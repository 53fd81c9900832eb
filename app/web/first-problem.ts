import type { SubmissionResult } from '@conform-to/react'

/** What a form was refused with, in one sentence: for pages whose forms are buttons and lists of ticks. */
export const firstProblem = (
  answer: { result: SubmissionResult<string[]> } | undefined,
): string | undefined =>
  Object.values(answer?.result.error ?? {})
    .flat()
    .find((line) => typeof line === 'string')
