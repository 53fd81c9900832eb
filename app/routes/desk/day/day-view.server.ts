import { addDays, localDate } from '#app/domain/calendar/rome.ts'
import { ACCESS_ASKED } from '#app/domain/companies/access-requests.server.ts'
import { listCompanies } from '#app/domain/companies/list-companies.server.ts'
import { colleagues } from '#app/domain/follow-ups/colleagues.server.ts'
import { justSettled } from '#app/domain/follow-ups/just-settled.server.ts'
import { myDay, type DayTask } from '#app/domain/follow-ups/my-day.server.ts'
import { myRecentAnswers, type RecentAnswer } from '#app/domain/placements/my-recent-answers.server.ts'
import { isUuid, type FollowUpId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { followUpTitle } from '#app/web/follow-up-title.server.ts'
import { formatRelativeDay } from '#app/web/format.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { phoneView } from '#app/web/phone-view.server.ts'
import { hasText, text } from '#app/web/text.server.ts'
import { newsView } from './news-view.server.ts'

/** The playbook's sentence for the task, or for the rung on which its company stands. */
function hintOf({ template, company }: DayTask): string {
  const own = `relationship_hint_${template.replace('follow_ups_task_', '')}`
  return hasText(own) ? text(own) : text(`relationship_hint_stage_${company.stage}`)
}

function taskLine(task: DayTask, today: Date) {
  const { id, subject, company, contact, dueAt, unassigned, handedOnBy, postponedReason, template } = task
  const { openingId, cardId, person } = subject
  const placing = subject.type === 'placement' || template === 'follow_ups_task_arrange_meeting'
  return {
    ...{ id, unassigned, handedOnBy, postponedReason },
    contact: contact?.phone ? { name: contact.name, phone: phoneView(contact.phone) } : null,
    title: followUpTitle(task),
    hint: hintOf(task),
    company: { id: company.id, name: company.name },
    person,
    openingId,
    /** Where a placement is recorded or ended. */
    placement: placing && person ? cardId : null,
    begun: subject.type === 'placement',
    asksForAccess: template === ACCESS_ASKED,
    when: formatRelativeDay(dueAt, today),
    late: localDate(dueAt) < localDate(today),
    /** The first day to which it can be put off. */
    from: addDays(dueAt > today ? localDate(dueAt) : localDate(today), 1),
  }
}

const answerLine = (
  { cardId, code, company, openingTitle, answer, notNowReason, answeredAt }: RecentAnswer,
  today: Date,
) => ({
  cardId,
  text: text('relationship_day_answer', {
    company: company.name,
    code,
    answer: text(`follow_ups_answer_${answer}`),
  }),
  detail: [
    openingTitle,
    notNowReason ? text(`follow_ups_not_now_${notNowReason}`) : '',
    formatRelativeDay(answeredAt, today),
  ]
    .filter(Boolean)
    .join(' · '),
  welcomed: answer !== 'not_now',
  companyId: company.id,
})

/** What was settled a moment ago and can be taken back: the address names it. */
async function settledLine(tx: Tx, asked: string | null) {
  const settled = isUuid(asked) ? await justSettled(tx, asked as string as FollowUpId) : null
  if (!settled) return null
  const words = { what: followUpTitle(settled), company: settled.company }
  const key = settled.state === 'skipped' ? 'relationship_day_skipped_flash' : 'relationship_day_done_flash'
  return { id: settled.id, text: text(key, words) }
}

/** Whether the reader's organisation leads a company at all. */
async function leadsAny(tx: Tx): Promise<boolean> {
  const everything = { search: '', stage: null, slope: null, province: null, sector: null }
  const { total } = await listCompanies(tx, {
    ...{ ...everything, whose: 'org', sort: 'name', page: 1, perPage: 1 },
  })
  return total > 0
}

/** A case manager's day in her language. */
export async function dayView({ tx, url, actor }: Call & { tx: Tx }) {
  const today = now()
  const { overdue, today: ofToday, week, later, unclaimed } = await myDay(tx)
  const lines = (tasks: readonly DayTask[]) => tasks.map((task) => taskLine(task, today))
  const answers = await myRecentAnswers(tx)
  const idle = overdue.length + ofToday.length + week.length + later === 0
  return {
    overdue: lines(overdue),
    today: lines(ofToday),
    week: lines(week),
    unclaimed: lines(unclaimed),
    later,
    /** Nothing to do because nothing has begun: no company is led by her organisation. */
    beginning: idle && !(await leadsAny(tx)),
    answers: answers.map((answer) => answerLine(answer, today)),
    news: await newsView(tx, url),
    settled: await settledLine(tx, url.searchParams.get('fatto')),
    me: actor.kind === 'staff' ? actor.userId : null,
    colleagues: groupByOrg(await colleagues(tx)),
    formKey: newFormKey(),
  }
}

/** Colleagues as the groups of a select. */
function groupByOrg(people: Awaited<ReturnType<typeof colleagues>>) {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const { id, name, org } of people) {
    groups.set(org, [...(groups.get(org) ?? []), { value: id, label: name }])
  }
  return [...groups].map(([group, options]) => ({ group, options }))
}

export type DayView = Awaited<ReturnType<typeof dayView>>
export type TaskLine = DayView['today'][number]
