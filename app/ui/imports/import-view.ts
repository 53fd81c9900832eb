import type { getZodConstraint } from '@conform-to/zod/v4'
import type { SelectItem } from '#app/ui/forms/SelectOptions.tsx'

/** Why a file was not taken, row by row in words; `total` may be more than are listed. */
export type RefusedFile = {
  total: number
  lines: { line: string | null; column: string | null; reason: string; said: string }[]
}

export type ImportPageView = {
  formKey: string
  waiting: { id: string; fileName: string; when: string }[]
  /** What came of the file that was confirmed just now. */
  finished: { added: number; known: number; skipped: number } | null
}

/** A company as the file names it; `company` is the network's that it means. */
export type FirmLine = {
  at: number
  name: string
  vatId: string | null
  state: 'recognised' | 'open' | 'chosen' | 'skipped'
  company: string | null
  companyId: string | null
  contacts: number
}

/** The company that is being decided: what the file says of it, and which ones it may be. */
export type OpenFirm = {
  at: number
  name: string
  vatId: string | null
  search: string
  offered: { id: string; name: string; hint: string }[]
  rows: { line: number; said: string }[]
  more: number
}

export type ImportFileView = {
  fileName: string
  /** Contacts in the file; `known` came in an earlier one, `fresh` are added by confirming. */
  total: number
  known: number
  fresh: number
  /** Companies that nobody has decided. */
  open: number
  formKey: string
  firms: FirmLine[]
  current: OpenFirm | null
  creation: {
    constraint: ReturnType<typeof getZodConstraint>
    sectors: SelectItem[]
    placeNames: readonly string[]
  }
}
