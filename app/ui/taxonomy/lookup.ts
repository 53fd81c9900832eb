/** An entry of the taxonomy as a form offers it. */
export type Choice = { code: string; label: string }

/** What was searched for, and what was found. */
export type Found = { query: string; found: Choice[] }

/** The two lists that `/tassonomia/…` answers for. */
export type LookupList = 'professioni' | 'competenze'
