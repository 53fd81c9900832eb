/** Signs that a company may be a front. None proves anything: each says what to ask when somebody calls. */
export const shamHints = ['free_mail', 'no_pay', 'no_human_contact'] as const
export type ShamHint = (typeof shamHints)[number]

/** Mail services that anybody gets an address from in a minute. */
const FREE_MAIL = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.it', 'hotmail.com', 'hotmail.it', 'live.com'],
  ...['live.it', 'msn.com', 'yahoo.com', 'yahoo.it', 'ymail.com', 'icloud.com', 'me.com', 'proton.me'],
  ...['protonmail.com', 'libero.it', 'virgilio.it', 'alice.it', 'tiscali.it', 'tin.it', 'fastwebnet.it'],
  ...[
    'email.it',
    'inwind.it',
    'iol.it',
    'gmx.com',
    'gmx.net',
    'mail.com',
    'mail.ru',
    'yandex.com',
    'aol.com',
  ],
])

export type CompanySigns = {
  /** Addresses of its contacts. */
  emails: readonly (string | null)[]
  /** What it offers for each opening that it has begun to post. */
  openings: readonly { kind: string | null; payMonthlyCents: number | null }[]
  humanContacts: number
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** The domain of an address that is a firm's own; null for one that anybody could have. */
export function ownDomain(email: string): string | null {
  const domain = domainOf(email)
  return FREE_MAIL.has(domain) ? null : domain
}

/** The signs that a company shows, in a fixed order. Training pays nobody, so its lack of pay is no sign. */
export function shamHintsOf({ emails, openings, humanContacts }: CompanySigns): ShamHint[] {
  const shows: Record<ShamHint, boolean> = {
    free_mail: emails.some((email) => email !== null && FREE_MAIL.has(domainOf(email))),
    no_pay: openings.some(({ kind, payMonthlyCents }) => kind !== 'training' && !payMonthlyCents),
    no_human_contact: humanContacts === 0,
  }
  return shamHints.filter((hint) => shows[hint])
}
