import { handoverSummary, type CompanyToHandOver } from '#app/domain/handover/handover-summary.server.ts'
import type { Receiver } from '#app/domain/handover/receivers.server.ts'
import { ownsAnything } from '#app/domain/ownership/owned-by.server.ts'
import { userIdOf } from '#app/domain/shared/actor.ts'
import type { UserId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { HandoverView } from '#app/ui/handover/handover-view.ts'
import { nextTouchLine } from '../company/next-touch-line.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { formatRelativeDay } from '../format.ts'
import { text } from '../text.server.ts'

const PROMISES_SHOWN = 3

/** What somebody hands over, and to whom it may go. */
export async function handoverView(tx: Tx, userId: UserId): Promise<HandoverView> {
  const { giver, owned, companies, people, receivers } = await handoverSummary(tx, userId)
  const toCompanies = receivers.filter(({ role }) => companies.length === 0 || role === 'case_manager')
  return {
    ...{ from: userId, name: giver.name, org: giver.org, own: userIdOf(tx.actor) === userId },
    counts: (['companies', 'tasks', 'people', 'threads'] as const)
      .filter((what) => owned[what] > 0)
      .map((what) => text(`handover_count_${what}`, { count: owned[what] })),
    nothing: !ownsAnything(owned),
    companies: companies.map(companyLine),
    people,
    personCount: owned.people,
    needsPeopleTo: owned.people + owned.threads > 0 && giver.role === 'case_manager',
    companiesTo: byOrg(toCompanies),
    peopleTo: receivers
      .filter(({ orgId, role }) => orgId === giver.orgId && role === 'case_manager')
      .map(({ userId: value, name: label }) => ({ value, label })),
    formKey: newFormKey(),
  }
}

function companyLine(company: CompanyToHandOver): HandoverView['companies'][number] {
  const { id, version, name, stage, lastContactAt, next, promises, openings, cards } = company
  const line = next && nextTouchLine(next, now())
  return {
    ...{ id, version, name, stage: text(`trust_stage_${stage}`) },
    last: lastContactAt
      ? text('relationship_heard', { when: formatRelativeDay(lastContactAt, now()) })
      : text('relationship_never_heard'),
    next: line ? [line.title, line.when].join(' · ') : text('relationship_next_none'),
    open: [
      ...promises.slice(0, PROMISES_SHOWN),
      promises.length > PROMISES_SHOWN
        ? text('handover_more_promises', { count: promises.length - PROMISES_SHOWN })
        : '',
      openings > 0 ? text('handover_openings', { count: openings }) : '',
      cards > 0 ? text('handover_cards', { count: cards }) : '',
    ].filter(Boolean),
  }
}

/** People to choose from, in groups by organisation. */
export function byOrg(people: readonly Receiver[]) {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const { userId, name, org } of people) {
    groups.set(org, [...(groups.get(org) ?? []), { value: userId, label: name }])
  }
  return [...groups].map(([group, options]) => ({ group, options }))
}
