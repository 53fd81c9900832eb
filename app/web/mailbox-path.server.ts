import { env } from '#app/platform/env.server.ts'

/** Where mail can be read when no server takes it: outside of production only. */
export const mailboxPath = (): string | null =>
  env().APP_MODE !== 'production' && !env().SMTP_URL ? '/dev/mailbox' : null
