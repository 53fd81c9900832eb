/**
 * Addresses that may be posted to from anywhere: mail programs end our messages by themselves with a POST that comes from
 * no page (RFC 8058, one click), without `Origin` and without cookies. The signed token in the address is all the right
 * there is to it, and all that it can do is stop mail to one contact. Nothing else belongs in this list.
 */
const ONE_CLICK = /^\/disiscrizione\/[0-9a-f-]{36}\.[\w-]{43}$/

/** Whether a POST to this path needs no proof that it comes from our own pages. */
export const mayComeFromAnywhere = (path: string): boolean => ONE_CLICK.test(path)
