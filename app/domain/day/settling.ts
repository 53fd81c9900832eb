import type { IsoDate } from '../calendar/rome.ts'
import type { StaffActor } from '../shared/actor.ts'
import type { UserId } from '../shared/ids.ts'
import type { LineRef } from './day-line.ts'

/** What is done to the chosen lines, and what it takes. */
export type Settling =
  | { act: 'done' }
  | { act: 'postponed'; dueOn: IsoDate; reason: string }
  | { act: 'handed_on'; to: UserId }
  | { act: 'skipped'; reason: string }

/** One of them, within the batch that is taken back in one go. */
export type OneLine = { actor: StaffActor; batchId: string; line: LineRef; what: Settling }
