/** Signs that a company may be a front. None proves anything: each says what to ask when somebody calls. */
export const shamHints = [
  'no_register',
  'free_mail',
  'other_domain',
  'no_pay',
  'no_human_contact',
  'many_cards',
  'asks_about_persons',
] as const
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
  /** A coordinator has had its register extract before her. */
  registerSeen: boolean
  website: string | null
  /** Cards that it has opened in the last thirty days. */
  cardsOpened: number
  /** What it writes itself: openings, and mails that came in. */
  texts: readonly string[]
}

/** Nearly all the cards that a company may get in thirty days. */
export const MANY_CARDS = 8

/** What no opening needs to know of anybody, in either language: what she is, how she looks, where and with whom she lives. */
const OF_PERSONS =
  /\b(foto(grafi[ae])?|nazionalit[àa]|di che et[àa]|et[àa] (massima|minima)|max(imum)? \d\d anni|religion[ei]|nubil[ei]|single|sposat[aeio]|senza figli|bella presenza|di bell.aspetto|dove (abita|vive|dorme)|con chi (abita|vive)|vitto e alloggio (presso|da) (me|noi)|convivente|photos?|nationality|how old|age limit|married|good[- ]looking|where (she|he) lives|live[- ]in)(?![a-zà-ù])/i

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** The domain of an address that is a firm's own; null for one that anybody could have. */
export function ownDomain(email: string): string | null {
  const domain = domainOf(email)
  return FREE_MAIL.has(domain) ? null : domain
}

/** The registered part of a host: `www.posta.acme.example` is `acme.example`. */
const registered = (host: string): string => host.toLowerCase().split('.').slice(-2).join('.')

function siteOf(website: string | null): string | null {
  try {
    return website ? registered(new URL(website).hostname) : null
  } catch {
    return null
  }
}

/**
 * It has a site, and no address of its contacts belongs to it. How young a domain is cannot be asked from here: that it
 * is another one than the firm is known by is what can be seen of it.
 */
function isOtherDomain({ emails, website }: Pick<CompanySigns, 'emails' | 'website'>): boolean {
  const own = emails.flatMap((email) => (email ? (ownDomain(email) ?? []) : []))
  const site = siteOf(website)
  return site !== null && own.length > 0 && own.every((domain) => registered(domain) !== site)
}

/** The signs that a company shows, in a fixed order. Training pays nobody, so its lack of pay is no sign. */
export function shamHintsOf(signs: CompanySigns): ShamHint[] {
  const { emails, openings, humanContacts } = signs
  const shows: Record<ShamHint, boolean> = {
    no_register: !signs.registerSeen,
    other_domain: isOtherDomain(signs),
    many_cards: signs.cardsOpened >= MANY_CARDS,
    asks_about_persons: signs.texts.some((text) => OF_PERSONS.test(text)),
    free_mail: emails.some((email) => email !== null && FREE_MAIL.has(domainOf(email))),
    no_pay: openings.some(({ kind, payMonthlyCents }) => kind !== 'training' && !payMonthlyCents),
    no_human_contact: humanContacts === 0,
  }
  return shamHints.filter((hint) => shows[hint])
}
