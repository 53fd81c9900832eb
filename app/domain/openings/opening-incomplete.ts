import { DomainError } from '../shared/errors.ts'
import type { OpeningGap } from './gaps.ts'

/** An opening that can't be shown to anybody yet, and what it lacks. */
export class OpeningIncomplete extends DomainError {
  constructor(readonly gaps: readonly OpeningGap[]) {
    super('invalid', 'openings_incomplete')
  }
}
