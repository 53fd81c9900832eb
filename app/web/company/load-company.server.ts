import { getZodConstraint } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { addDays, localDate } from '#app/domain/calendar/rome.ts'
import { companyPage } from '#app/domain/companies/company-page.server.ts'
import { logInteractionSchema } from '#app/domain/companies/log-interaction.schema.server.ts'
import { recentContacts } from '#app/domain/companies/recent-contacts.server.ts'
import { survivorOf } from '#app/domain/companies/survivor.server.ts'
import { mayBeTakenBack } from '#app/domain/companies/take-back-logged.server.ts'
import { timelineTopicNames } from '#app/domain/companies/timeline-entry.ts'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { givenUpOfCompany } from '#app/domain/companies/given-up-of-company.server.ts'
import { topicWords } from '#app/ui/company/CompanyTimeline.tsx'
import type { TimelineView } from '#app/ui/company/company-view.ts'
import type { Call } from '../define.server.ts'
import { newFormKey } from '../form-key.server.ts'
import { leadView } from '../handover/lead-view.server.ts'
import { pageNumber, pagesOf } from '../page-number.ts'
import { companyView } from './company-view.server.ts'
import { givenUpLines } from './given-up-lines.server.ts'
import { recentContactLines } from './recent-contacts-view.server.ts'
import { timelineLines } from './timeline-view.server.ts'

const PER_PAGE = 20

/** What the log form needs beside the contacts: its rules, today's day and what colleagues are about. */
export async function logFormData(tx: Tx, companyId: CompanyId) {
  return {
    constraint: getZodConstraint(logInteractionSchema),
    today: localDate(now()),
    recent: recentContactLines(await recentContacts(tx, companyId)),
    logKey: newFormKey(),
    seenAt: now().toISOString(),
  }
}

/** All that the page of a company shows, in the reader's language; of one that was merged, the page of the other. */
export async function loadCompany({ tx, url, info }: Call & { tx: Tx }, companyId: CompanyId) {
  const survivor = await survivorOf(tx, companyId)
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  if (survivor !== companyId) throw redirect(url.pathname.replace(companyId, survivor))
  const page = pageNumber(url)
  const part: TimelineView['part'] = url.searchParams.get('cronologia') === 'programma' ? 'planned' : 'past'
  const asked = url.searchParams.get('cosa')
  const topic = timelineTopicNames.find((name) => topicWords[name] === asked) ?? null
  const { entries, total } = await timeline(tx, companyId, { page, perPage: PER_PAGE, part, topic })
  const contacts = entries.flatMap(({ interactionId }) => interactionId ?? [])
  const found = await companyPage(tx, companyId)
  return {
    company: companyView(found, info.locale),
    lead: await leadView(tx, found),
    timeline: {
      lines: timelineLines(entries, await mayBeTakenBack(tx, companyId, contacts)),
      ...{ part, topic, page, pages: pagesOf(total, PER_PAGE) },
      givenUp: givenUpLines(await givenUpOfCompany(tx, companyId)),
      formKey: newFormKey(),
    },
    log: await logFormData(tx, companyId),
    tomorrow: addDays(localDate(now()), 1),
    keys: { task: newFormKey(), stage: newFormKey(), standing: newFormKey() },
  }
}
