import { data, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { linkedId, stageHolder } from '#app/domain/stages/link-holder.server.ts'
import { readMeeting } from '#app/domain/stages/read-meeting.server.ts'
import { m } from '#app/locales/generated/messages.js'
import { Card } from '#app/ui/Card.tsx'
import { DefinitionList } from '#app/ui/DefinitionList.tsx'
import { PageHeader } from '#app/ui/PageHeader.tsx'
import { AlteredLink, StageOver } from '#app/ui/stages/StageOver.tsx'
import { defineLoader } from '#app/web/define.server.ts'
import { formatAppointment } from '#app/web/format.ts'
import { linkGone } from '#app/web/stages/link-gone.ts'
import { text } from '#app/web/text.server.ts'

export const meta: MetaFunction = () => [
  { title: `${m.stages_c_meeting_meta()} · Passaparola` },
  { name: 'robots', content: 'noindex' },
]

const byLink = {
  byLink: (_request: Request, params: Record<string, string | undefined>) =>
    stageHolder('meeting', params.token ?? ''),
}

export const loader = defineLoader(byLink, async ({ tx, params }) => {
  const meeting = await readMeeting(tx, linkedId('meeting', params.token ?? ''))
  if (!meeting) return data(null, { status: 410 })
  const { openingTitle, name, place, startsAt, contact } = meeting
  return data({
    ...{ openingTitle, name, contact },
    when: formatAppointment(startsAt),
    where: text(`stages_c_place_${place}`),
  })
})

const Over = () => <StageOver title={m.stages_c_meeting_over_title()} lead={m.stages_c_meeting_over()} />

export default function MeetingPage() {
  const meeting = useLoaderData<typeof loader>()
  if (!meeting) return <Over />
  return (
    <div className="narrow stack">
      <PageHeader
        title={m.stages_c_meeting_title({ opening: meeting.openingTitle })}
        lead={m.stages_c_meeting_lead()}
      />
      <Card as="section" title={meeting.when}>
        <DefinitionList
          items={[
            { term: m.stages_fact_where(), value: meeting.where },
            { term: m.stages_c_who(), value: meeting.name },
            { term: m.stages_c_contact(), value: meeting.contact },
          ]}
        />
      </Card>
      <p>{m.stages_c_meeting_advice()}</p>
      <p className="muted">{m.stages_c_meeting_change()}</p>
    </div>
  )
}

/** A link that was altered, or of which there is nothing left, says so and shows the way on. */
export function ErrorBoundary() {
  const error = useRouteError()
  const gone = linkGone(error)
  if (!gone) throw error
  return gone === 'altered' ? <AlteredLink /> : <Over />
}
