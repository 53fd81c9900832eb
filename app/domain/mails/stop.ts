/** A mail whose reason is gone; `stop` is a code that `mail_stop_<code>` or `follow_ups_why_<code>` puts into words. */
export type Stop = { stop: string }

export const stop = (code: string): Stop => ({ stop: code })
