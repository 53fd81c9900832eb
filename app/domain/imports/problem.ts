import type { ImportColumn } from './file-words.ts'

/** Why a file is not taken: where in it, and the key of the reason. `line` as a spreadsheet numbers rows. */
export type Problem = { line: number | null; column: ImportColumn | null; reason: string; said: string }
