/** Why a person's file may leave as a copy: she asked to see it, to take it along, to be passed on; an authority ordered it. */
export const exportReasons = ['access', 'portability', 'referral', 'order'] as const
export type ExportReason = (typeof exportReasons)[number]

/** The audit action of a copy; it says the reason, because an entry holds no words of anybody's. */
export const exportAction = <R extends ExportReason>(reason: R): `candidate.exported_${R}` =>
  `candidate.exported_${reason}`

/** The acts by which somebody reads who a person is. */
export const FILE_OPENED: readonly string[] = [
  'candidate.read',
  'candidate.cv_read',
  'glass.read',
  ...exportReasons.map(exportAction),
]

/** Files of different people that somebody may open on a day before coordinators are told. */
export const FILES_A_DAY = 30

/** Somebody opened more files on a day than anybody's work needs. */
export const UNUSUAL_READING = 'reading.unusual'
