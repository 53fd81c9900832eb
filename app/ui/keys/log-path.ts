const COMPANY = /^\/(?:lavoro|rete)\/aziende\/[0-9a-f-]{36}/

/** Where a contact is logged from the page at `pathname`: with the company that it is about, or with one to be found. */
export const logPath = (home: string, pathname: string): string =>
  `${COMPANY.exec(pathname)?.[0] ?? home}/contatto`
