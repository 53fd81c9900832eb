import { env } from '#app/platform/env.server.ts'

/** Whether demo accounts exist at all: never in production, whatever the database holds. */
export const demoAllowed = (): boolean => env().APP_MODE !== 'production'
