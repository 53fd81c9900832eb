const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** A page without what differs between any two requests: nonces, keys of forms, ids of what is shown, instants. */
export const plainPage = (html: string): string =>
  html
    .replace(/nonce="[^"]*"|nonce-[\w+/=-]+/g, '')
    .replace(UUID, 'ID')
    .replace(/(?<=")[\w-]{24}(?=\\?")/g, 'KEY')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
