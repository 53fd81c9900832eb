import { feedActor } from '#app/domain/calendar-feed/feed-actor.server.ts'
import { defineLoader } from '#app/web/define.server.ts'
import { calendarFile } from '#app/web/calendar-file.server.ts'

const byAddress = {
  byLink: (_request: Request, params: Record<string, string | undefined>) => feedActor(params.file ?? ''),
}

/** The tasks of whoever this address belongs to, for her calendar program, which has no session. */
export const loader = defineLoader(byAddress, async ({ tx }) => {
  const file = await calendarFile(tx)
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="passaparola.ics"',
      'Cache-Control': 'private, no-store',
    },
  })
})
