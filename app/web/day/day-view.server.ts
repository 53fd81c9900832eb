import { dayList, type DayList } from '#app/domain/day/day-list.server.ts'
import { justSettled } from '#app/domain/day/just-settled.server.ts'
import { listCompanies } from '#app/domain/companies/list-companies.server.ts'
import { colleagues } from '#app/domain/follow-ups/colleagues.server.ts'
import { failedLately, playbooksInForce } from '#app/domain/playbooks/playbooks-in-force.server.ts'
import { isUuid } from '#app/domain/shared/ids.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { Whose } from '#app/domain/standing/new-matches.server.ts'
import type { DayPageView } from '#app/ui/day/day-view.ts'
import type { Call } from '../define.server.ts'
import { followUpTitle } from '../follow-up-title.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { pageNumber } from '../page-number.ts'
import { text } from '../text.server.ts'
import { dayArea } from './day-area.ts'
import { lineView, taskLineView, type Help } from './line-view.server.ts'
import { panelView } from './panel-view.server.ts'

const PER_PAGE = 30

/** A person's day in her language: the same page for case managers and coordinators, each with her own addresses. */
export async function dayView({ tx, url, actor }: Call & { tx: Tx }): Promise<DayPageView> {
  if (actor.kind !== 'staff') throw new DomainError('forbidden', 'forbidden')
  const area = dayArea(actor.role)
  const whose: Whose = url.searchParams.get('abbinamenti') === 'ente' ? 'organisation' : 'mine'
  const list = await dayList(tx, { page: pageNumber(url), perPage: PER_PAGE, whose })
  const { counts, page, pages, total, later } = list
  const reader = { area, whose, help: await helpOf(tx, list) }
  const lines = list.lines.map((line) => lineView(line, reader))
  const home = page > 1 ? `${area.home}?pagina=${page}` : area.home
  return {
    ...{ lines, counts, page, pages, total, later, home },
    unclaimed: list.unclaimed.map((task) => taskLineView(task, 'week', reader)),
    panel: panelView(url, lines, home),
    settled: await settledView(tx, url),
    me: actor.userId,
    colleagues: groupByOrg(await colleagues(tx)),
    beginning: total + later === 0 && actor.role === 'case_manager' && !(await leadsAny(tx)),
    formKey: newFormKey(),
  }
}

async function helpOf(tx: Tx, { lines, unclaimed }: DayList): Promise<Help> {
  const shown = lines.flatMap((line) =>
    line.is === 'task' ? [line.task.company.id] : line.is === 'cooling' ? [line.company.id] : [],
  )
  const ids = [...shown, ...unclaimed.map(({ company }) => company.id)]
  return { written: await playbooksInForce(tx), failed: await failedLately(tx, ids) }
}

/** What was done a moment ago and can be taken back: the address names it. */
async function settledView(tx: Tx, url: URL): Promise<DayPageView['settled']> {
  const batchId = url.searchParams.get('annulla')
  const settled = isUuid(batchId) ? await justSettled(tx, batchId) : null
  if (!settled || !isUuid(batchId)) return null
  const { act, count, task } = settled
  const words = task
    ? text(`day_settled_${act}`, { what: followUpTitle(task), company: task.company })
    : text(`day_settled_${act}_many`, { count })
  const left = Number(url.searchParams.get('rimaste') ?? 0)
  return { batchId, text: words, left: left > 0 ? text('day_left', { count: left }) : null }
}

/** Whether the reader's organisation leads a company at all. */
async function leadsAny(tx: Tx): Promise<boolean> {
  const everything = { search: '', stage: null, slope: null, province: null, sector: null }
  const { total } = await listCompanies(tx, {
    ...{ ...everything, whose: 'org', sort: 'name', page: 1, perPage: 1 },
  })
  return total > 0
}

/** Colleagues as the groups of a select. */
function groupByOrg(people: Awaited<ReturnType<typeof colleagues>>) {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const { id, name, org } of people) {
    groups.set(org, [...(groups.get(org) ?? []), { value: id, label: name }])
  }
  return [...groups].map(([group, options]) => ({ group, options }))
}
