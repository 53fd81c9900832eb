import { getZodConstraint } from '@conform-to/zod/v4'
import { addDays, localDate } from '#app/domain/calendar/rome.ts'
import { companyToManage } from '#app/domain/companies/company-to-manage.server.ts'
import { addContactSchema } from '#app/domain/companies/contact.schema.server.ts'
import { editCompanySchema } from '#app/domain/companies/edit-company.schema.server.ts'
import { findCompanies } from '#app/domain/companies/find-companies.server.ts'
import { allGroups, groupsOf } from '#app/domain/companies/groups.server.ts'
import { placeChoices } from '#app/domain/openings/place-choice.server.ts'
import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import { sectors } from '#app/domain/taxonomy/sectors.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { formatRelativeDay } from '#app/web/format.ts'
import { newFormKey } from '#app/web/form-key.server.ts'
import { isTab, type Tab } from './tabs.ts'

const LONGEST_SEARCH = 80

const tabOf = (url: URL): Tab => {
  const asked = url.searchParams.get('tab')
  return isTab(asked) ? asked : 'dati'
}

/** What the forms of one tab begin from, and nothing of the others. */
export async function editView({ tx, url, info }: Call & { tx: Tx }, companyId: CompanyId) {
  const tab = tabOf(url)
  const { placeCode, contacts, requests, mayAnswerRequests, ...company } = await companyToManage(
    tx,
    companyId,
  )
  const today = now()
  const search = (url.searchParams.get('cerca') ?? '').trim().slice(0, LONGEST_SEARCH)
  const found = tab === 'passaparola' ? await findCompanies(tx, search, companyId) : []
  return {
    tab,
    company: { ...company, place: placeLabel(placeCode) },
    contacts: contacts.map(({ unsubscribedAt, ...contact }) => ({
      ...contact,
      unsubscribed: unsubscribedAt !== null,
    })),
    requests: requests.map(({ at, ...request }) => ({ ...request, when: formatRelativeDay(at, today) })),
    mayAnswer: mayAnswerRequests,
    sectors: sectors.map((sector) => ({ value: sector.code as string, label: sector[info.locale] })),
    placeNames: tab === 'dati' ? placeChoices : [],
    search,
    found: found.map(({ id, name, vatId, placeCode }) => ({ id, name, vatId, place: placeLabel(placeCode) })),
    groups: tab === 'gruppi' ? await groupsOf(tx, companyId) : [],
    groupChoices: tab === 'gruppi' ? await allGroups(tx) : [],
    tomorrow: addDays(localDate(today), 1),
    constraints: { facts: getZodConstraint(editCompanySchema), contact: getZodConstraint(addContactSchema) },
    formKey: newFormKey(),
  }
}

export type EditView = Awaited<ReturnType<typeof editView>>
