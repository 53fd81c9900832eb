import type { Introduction } from '#app/domain/companies/introductions.server.ts'
import type { CompanyPage } from '#app/domain/companies/company-page.server.ts'
import { placeLabel, sectorLabel } from '#app/domain/openings/label-opening.server.ts'
import type { LabelLocale } from '#app/domain/taxonomy/labels.ts'
import { trustStages } from '#app/domain/trust/stages.ts'
import { now } from '#app/platform/clock.server.ts'
import type { CompanyView } from '#app/ui/company/company-view.ts'
import { phoneView } from '../phone-view.server.ts'
import { formatDate, formatRelativeDay } from '../format.ts'
import { text } from '../text.server.ts'
import { nextTouchLine } from './next-touch-line.server.ts'
import { trustView } from './trust-view.server.ts'

/** The page of a company in the reader's language; what it shows and nothing else. */
export function companyView(page: CompanyPage, locale: LabelLocale): CompanyView {
  const today = now()
  const { lead, lastContactAt, pausedUntil, climbed } = page
  return {
    id: page.id,
    name: page.name,
    vatId: page.vatId,
    sector: sectorLabel(page.sector, locale),
    sizeBand: page.sizeBand,
    place: placeLabel(page.placeCode),
    website: page.website,
    verification: page.verification,
    stage: page.stage,
    rungs: trustStages.map((key) => {
      const since = climbed[key]
      return {
        key,
        label: text(`trust_stage_${key}`),
        note: since && text('relationship_ladder_since', { date: formatDate(since) }),
      }
    }),
    standing: page.standing,
    pausedUntil: pausedUntil && formatDate(pausedUntil),
    lead: lead.name ? [lead.name, lead.org].filter(Boolean).join(', ') : (lead.org ?? null),
    lastContact: lastContactAt ? formatRelativeDay(lastContactAt, today) : null,
    next: page.next && nextTouchLine(page.next, today),
    trust: trustView(page.trust),
    contacts: page.contacts.map(({ unsubscribedAt, phone, version: _version, ...contact }) => ({
      ...contact,
      phone: phone ? phoneView(phone) : null,
      unsubscribed: unsubscribedAt !== null,
    })),
    openings: page.openings.map(({ postedAt, ...opening }) => ({
      ...opening,
      posted: postedAt && formatDate(postedAt),
    })),
    effort: page.effort,
    groups: page.groups.map(({ id, name, kind, members }) => ({ id: id as string, name, kind, members })),
    introducedBy: page.introductions.introducedBy.map(introductionLine),
    introduced: page.introductions.introduced.map(introductionLine),
  }
}

const introductionLine = ({ id, name, stage, at }: Introduction) => ({
  ...{ id: id as string, name, stage },
  when: formatDate(at),
})
