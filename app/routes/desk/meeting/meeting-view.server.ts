import { getZodConstraint } from '@conform-to/zod/v4'
import { localDate } from '#app/domain/calendar/rome.ts'
import { openingConsentSchema } from '#app/domain/consent/record-consent.schema.server.ts'
import { meetingNames, type MeetingName } from '#app/domain/disclosure/stage-two.ts'
import type { CardId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { arrangeMeetingSchema } from '#app/domain/stages/arrange-meeting.schema.server.ts'
import { loadMeeting } from '#app/domain/stages/load-stage.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { formatDate, formatDateTime } from '#app/web/format.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { consentView, saidYes } from '#app/web/stages/consent-view.server.ts'
import { meetingWording } from '#app/web/stages/wordings.server.ts'
import { text } from '#app/web/text.server.ts'

/** The name that the address asks for, the one that stands, or the one that she chose for such things. */
function nameOf(asked: string | null, standing: MeetingName | undefined, alias: string | null): MeetingName {
  const wanted = meetingNames.find((name) => name === asked) ?? standing ?? 'alias'
  return wanted === 'alias' && alias === null ? 'first_name' : wanted
}

/** The page of a meeting: under which name, her word about it, the form that arranges it, what stands. */
export async function meetingView({ tx, id, url, info }: Pick<Call, 'id' | 'url' | 'info'> & { tx: Tx }) {
  const { own, names, told, held, refusal, consent } = await loadMeeting(tx, id<CardId>('cardId'))
  const { code, company, opening, meeting, person, companyId } = own
  const name = nameOf(url.searchParams.get('nome'), meeting?.nameShown, names.alias)
  const words = meetingWording({ company, opening: opening.title, name: names[name] ?? '' })
  const asked = consentView(words, consent, info.locale)
  return {
    ...{ code, company, openingTitle: opening.title, openingId: opening.id, companyId },
    candidateId: person.candidateId,
    refusal: refusal && text(refusal),
    name,
    names: meetingNames.flatMap((each) => {
      const called = names[each]
      return called
        ? [{ name: each, label: text(`stages_name_${each}`, { name: called }), on: each === name }]
        : []
    }),
    asked,
    ready: saidYes(asked),
    choosing: url.searchParams.has('nome'),
    meeting: meeting && {
      when: formatDateTime(meeting.startsAt),
      where: text(`stages_place_${meeting.place}`),
      called: told ?? text('stages_name_untold'),
      arranged: formatDate(meeting.arrangedAt),
      read: meeting.openedAt ? formatDateTime(meeting.openedAt) : text('stages_not_read'),
      ahead: meeting.startsAt > now(),
      held,
    },
    today: localDate(now()),
    constraints: {
      consent: getZodConstraint(openingConsentSchema),
      arrange: getZodConstraint(arrangeMeetingSchema),
    },
    formKey: newFormKey(),
  }
}

export type MeetingView = Awaited<ReturnType<typeof meetingView>>
