import { companyChoices } from '#app/domain/candidates/company-choices.server.ts'
import { glassOfPerson } from '#app/domain/glass/list-glass.server.ts'
import { readCandidate } from '#app/domain/candidates/read-candidate.server.ts'
import { latestConsent } from '#app/domain/consent/standing-consent.server.ts'
import { matchingWords } from '#app/domain/visits/consent-words.ts'
import { requestsOfPerson } from '#app/domain/visits/requests-of-people.server.ts'
import type { ShownExclusion } from '#app/domain/candidates/read-candidate.server.ts'
import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import { proposalsOfPerson } from '#app/domain/proposals/own-proposals.server.ts'
import { isWelcomed } from '#app/domain/proposals/welcomed.ts'
import { userIdOf } from '#app/domain/shared/actor.ts'
import type { CandidateId } from '#app/domain/shared/ids.ts'
import type { Tx } from '#app/domain/shared/with-actor.server.ts'
import type { Call } from '#app/web/define.server.ts'
import { formatDate, formatDateTime } from '#app/web/format.ts'
import { ownOrganisation } from '#app/web/own-organisation.server.ts'
import { phoneView } from '#app/web/phone-view.server.ts'
import { profileView } from '#app/web/profile-view.server.ts'
import { text } from '#app/web/text.server.ts'
import { consentView } from './consent-view.server.ts'
import { openingsView } from './openings-view.server.ts'

/** The person whom the address names, within the case manager's own organisation. */
export const personOf = ({ actor, id }: Pick<Call, 'actor' | 'id'>) => ({
  orgId: ownOrganisation(actor),
  candidateId: id<CandidateId>('id'),
})

/** What she avoids, in words, each with the value by which the form keeps it. */
function avoidedView(exclusions: readonly ShownExclusion[], companies: ReadonlyMap<string, string>) {
  const label = ({ kind, value, shown }: ShownExclusion): string => {
    switch (kind) {
      case 'company':
        return text('desk_avoid_is_company', { name: companies.get(value) ?? '–' })
      case 'vat':
        return text('desk_avoid_is_vat', { vat: value })
      case 'person':
        return text('desk_avoid_is_person', { name: shown ?? value })
      case 'town':
        return text('desk_avoid_is_town', { town: placeLabel(value) })
    }
  }
  return exclusions.map((exclusion) => ({
    value: `${exclusion.kind}:${exclusion.value}`,
    label: label(exclusion),
  }))
}

/** A person's file in the reader's language: who she is, what she can do, her consent, what fits her, what was sent. */
export async function fileView(tx: Tx, call: Pick<Call, 'actor' | 'id' | 'info'>) {
  const person = personOf(call)
  const { orgId, candidateId } = person
  const { locale } = call.info
  const file = await readCandidate(tx, orgId, candidateId)
  const consent = await latestConsent(tx, person, 'matching', null)
  const companies = await companyChoices(tx, orgId)
  const glass = await glassOfPerson(tx, person)
  const proposals = await proposalsOfPerson(tx, orgId, candidateId)
  const { code, state, version, firstName, lastName, alias, phone, caseManager, notes } = file
  return {
    ...{ candidateId, code, state, version, firstName, lastName, alias, caseManager, notes },
    glass: glass.map(({ id, askedBy, reason, endsAt, open }) => ({
      id,
      text: text(open ? 'glass_of_person_open' : 'glass_of_person_over', {
        ...{ name: askedBy ?? '–', at: formatDateTime(endsAt) },
        reason: text(`glass_reason_${reason}`).toLowerCase(),
      }),
    })),
    phone: phone && phoneView(phone),
    birthDate: file.birthDate && formatDate(file.birthDate),
    takenOnOn: formatDate(file.takenOnAt),
    matchable: file.profile.matchable,
    followed: file.caseManagerId === userIdOf(call.actor),
    profile: profileView(file.profile, locale),
    consent: consent && consentView(consent),
    requests: (await requestsOfPerson(tx, person)).map(({ kind, askedAt, dueOn }) => ({
      kind,
      title: text(`visits_request_${kind}`),
      due: text('visits_request_due', { asked: formatDate(askedAt), due: formatDate(dueOn) }),
    })),
    consentText: matchingWords(locale),
    openings: await openingsView(tx, person, locale),
    proposals: proposals.map(({ cardId, openingId, openingTitle, company, at, state: fate, answer }) => ({
      ...{ openingId, openingTitle, company, answer, state: fate },
      placeable: isWelcomed({ state: fate, answer }) ? cardId : null,
      sentOn: formatDate(at),
    })),
    avoided: avoidedView(file.exclusions, new Map(companies.map(({ companyId, name }) => [companyId, name]))),
    companies: companies.map(({ companyId, name, placeCode }) => ({
      value: companyId,
      label: `${name} · ${placeLabel(placeCode)}`,
    })),
  }
}

export type FileView = Awaited<ReturnType<typeof fileView>>
