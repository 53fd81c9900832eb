/** What somebody is at her company. */
export const contactRoles = ['hr', 'owner', 'tutor', 'other'] as const
export type ContactRole = (typeof contactRoles)[number]

/** Languages that our mails to companies are written in. */
export const contactLocales = ['it', 'en'] as const
