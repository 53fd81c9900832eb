import { localDate } from '#app/domain/calendar/rome.ts'
import type { LapsingConsent } from '#app/domain/consent/old-consents.server.ts'
import { ACCESS_ASKED } from '#app/domain/companies/access-requests.server.ts'
import { refText, type DayPart } from '#app/domain/day/day-line.ts'
import type { DayLine } from '#app/domain/day/day-list.server.ts'
import type { DayTask } from '#app/domain/follow-ups/day-tasks.server.ts'
import type { RecentAnswer } from '#app/domain/placements/my-recent-answers.server.ts'
import type { PlaybooksInForce } from '#app/domain/playbooks/playbooks-in-force.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Whose } from '#app/domain/standing/new-matches.server.ts'
import type { TrustStage } from '#app/domain/trust/stages.ts'
import type { OpenRequest } from '#app/domain/visits/requests-of-people.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { DayLineView } from '#app/ui/day/day-view.ts'
import { followUpTitle } from '../follow-up-title.server.ts'
import { formatDate, formatRelativeDay } from '../format.ts'
import { phoneView } from '../phone-view.server.ts'
import { playbookFor } from '../playbooks/playbook-text.server.ts'
import { text } from '../text.server.ts'
import type { DayArea } from './day-area.ts'
import { matchesView } from './matches-view.ts'

/** What a playbook is chosen by: what coordinators wrote, and where a placement has failed lately. */
export type Help = { written: PlaybooksInForce; failed: ReadonlySet<CompanyId> }
export type Reader = { area: DayArea; whose: Whose; help: Help }

const helpFor = (
  template: string,
  { id, stage }: { id: CompanyId; stage: TrustStage },
  { written, failed }: Help,
) => playbookFor({ template, stage, failedLately: failed.has(id) }, written)

/** A line of the day in the reader's language. */
export function lineView(line: DayLine, reader: Reader): DayLineView {
  const { area, help, whose } = reader
  switch (line.is) {
    case 'task':
      return taskLineView(line.task, line.part, reader)
    case 'answer':
      return answerView(line.answer, area)
    case 'request':
      return requestView(line.request, area)
    case 'lapse':
      return lapseView(line.lapsing, area)
    case 'match':
      return {
        ...news(area, null),
        ...{ ref: refText(line.ref), kind: 'match', matches: matchesView(line.news, whose) },
        title:
          line.news.total === 0
            ? text('desk_news_none_organisation')
            : text('desk_news_title_count', { count: line.news.total }),
      }
    case 'cooling': {
      const { company } = line
      return {
        ...news(area, company),
        ...{ ref: refText(line.ref), kind: 'cooling', title: text(`day_${company.slope}`) },
        playbook: helpFor('day_task_cooling', company, help),
      }
    }
    default:
      return line satisfies never
  }
}

/** Where the contact is logged: from there one comes back to the list, and the line is settled by the way. */
const logTo = (area: DayArea, companyId: string, ref: string | null): string =>
  `${area.log(companyId)}?${new URLSearchParams({ da: 'giornata', ...(ref ? { voce: ref } : {}) }).toString()}`

/** What lines without a follow-up have in common. */
const news = (area: DayArea, company: { id: string; name: string } | null) => ({
  elsewhere: false,
  ...{ part: 'today' as const, playbook: null, people: [], late: false, contact: null, matches: null },
  ...{ remarks: [], links: [], when: formatRelativeDay(now(), now()), day: localDate(now()) },
  logTo: company && logTo(area, company.id, null),
  company: company && { to: area.company(company.id), label: company.name },
})

/** What somebody asks of her data: answered on her page, by the day that the law says. */
function requestView({ id, candidateId, code, kind, dueOn }: OpenRequest, area: DayArea): DayLineView {
  const to = `/lavoro/persone/${candidateId}`
  return {
    ...news(area, null),
    ...{ ref: `request:${id}`, kind: 'request', elsewhere: true, title: text(`visits_request_${kind}`) },
    ...{
      people: [{ to, label: code }],
      late: dueOn < localDate(now()),
      when: formatRelativeDay(dueOn, now()),
    },
    remarks: [text('visits_request_due_soon', { due: formatDate(dueOn) })],
    links: [link(to, 'visits_request_open_file')],
  }
}

/** A yes that is about to lapse: she is asked again, on her own phone or face to face. */
function lapseView({ id, candidateId, code, lapsesOn }: LapsingConsent, area: DayArea): DayLineView {
  const to = `/lavoro/persone/${candidateId}`
  return {
    ...news(area, null),
    ...{ ref: `lapse:${id}`, kind: 'lapse', elsewhere: true, title: text('visits_lapse_title') },
    ...{ people: [{ to, label: code }], when: formatRelativeDay(lapsesOn, now()) },
    remarks: [text('visits_lapse_remark', { date: formatDate(lapsesOn) })],
    links: [link(`${to}/pagine`, 'visits_open_pages'), link(to, 'visits_request_open_file')],
  }
}

function answerView(answer: RecentAnswer, area: DayArea): DayLineView {
  const { cardId, code, company, openingTitle, notNowReason, answeredAt } = answer
  const welcomed = answer.answer !== 'not_now'
  return {
    ...news(area, company),
    ...{ ref: `answer:${cardId}`, kind: 'answer', when: formatRelativeDay(answeredAt, now()) },
    title: text('day_answer', { answer: text(`follow_ups_answer_${answer.answer}`), code }),
    remarks: [openingTitle, notNowReason ? text(`follow_ups_not_now_${notNowReason}`) : ''].filter(Boolean),
    links: [
      ...(answer.answer === 'interested' ? [link(`/lavoro/proposte/${cardId}/incontro`, 'stages_day')] : []),
      ...(welcomed
        ? [link(`/lavoro/proposte/${cardId}/inserimento`, 'relationship_day_record_placement')]
        : []),
    ],
  }
}

/** A follow-up as a line. */
export function taskLineView(task: DayTask, part: DayPart, { area, help }: Reader): DayLineView {
  const { id, subject, company, contact, dueAt, unassigned, handedOnBy, postponedReason } = task
  const person = area.persons ? subject.person : null
  return {
    ...{ ref: refText({ kind: 'task', id }), part, kind: 'task' as const, elsewhere: false },
    ...{ title: followUpTitle(task), playbook: helpFor(task.template, company, help) },
    company: { to: area.company(company.id), label: company.name },
    people: person ? [{ to: `/lavoro/persone/${person.candidateId}`, label: person.code }] : [],
    when: formatRelativeDay(dueAt, now()),
    day: localDate(dueAt),
    late: localDate(dueAt) < localDate(now()),
    contact: contact?.phone ? { name: contact.name, phone: phoneView(contact.phone) } : null,
    remarks: [
      handedOnBy ? text('relationship_day_from', { name: handedOnBy }) : '',
      unassigned ? text('relationship_day_unassigned') : '',
      postponedReason ? text('relationship_day_postponed', { reason: postponedReason }) : '',
    ].filter(Boolean),
    links: area.persons ? deskLinks(task) : networkLinks(task),
    logTo: logTo(area, company.id, `task:${id}`),
    matches: null,
  }
}

const link = (to: string, key: string) => ({ to, label: text(key) })

function deskLinks({ subject, company, template }: DayTask) {
  const { openingId, cardId, eventId, person, type } = subject
  const begun = type === 'placement'
  const placing = (begun || template === 'follow_ups_task_arrange_meeting') && person && cardId
  return [
    ...(eventId ? [link(`/lavoro/eventi/${eventId}`, 'events_open')] : []),
    ...(template === ACCESS_ASKED
      ? [link(`/lavoro/aziende/${company.id}/gestione?tab=referenti`, 'relationship_day_answer_access')]
      : []),
    ...(openingId && !begun
      ? [link(`/lavoro/opportunita/${openingId}`, 'relationship_day_open_opening')]
      : []),
    ...(placing && !begun ? [link(`/lavoro/proposte/${cardId}/incontro`, 'stages_day')] : []),
    ...(placing
      ? [
          link(
            `/lavoro/proposte/${cardId}/inserimento`,
            begun ? 'relationship_day_open_placement' : 'relationship_day_record_placement',
          ),
        ]
      : []),
  ]
}

function networkLinks({ subject, company, template }: DayTask) {
  if (template === 'mail_task_verify_company') return [link(`/rete/verifiche/${company.id}`, 'day_verify')]
  if (subject.eventId) return [link(`/rete/eventi/${subject.eventId}`, 'events_open')]
  return subject.type === 'story' ? [link(`/rete/storie/${subject.id}`, 'day_read_story')] : []
}
