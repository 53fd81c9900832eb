import { placeLabel } from '#app/domain/openings/label-opening.server.ts'
import type { PersonCopy } from '#app/domain/person-copy/copy-person.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { describeCard } from '#app/web/describe-card.server.ts'
import { fileLine } from '#app/web/files/file-line.server.ts'
import { formatDate, formatDateTime, formatNumber } from '#app/web/format.ts'
import { profileView } from '#app/web/profile-view.server.ts'
import { hasText, text } from '#app/web/text.server.ts'
import type { CopySection, CopyWords } from './CopyDocument.tsx'

/** Whose acts are told apart; everything else is Passaparola's. */
const ROLES = ['case_manager', 'coordinator', 'admin', 'candidate', 'link'] as const

type Fact = [key: string, value: string | null]
type Locale = 'it' | 'en'

const facts = (list: readonly Fact[]) =>
  list.flatMap(([key, value]) => (value ? [{ term: text(key), value }] : []))
const lines = (list: readonly (string | null)[]) => list.filter(Boolean).join('\n')

/** As it was written down, a fact a line: the words are those of the form that asked. */
const asWritten = (background: string | null): string | null =>
  background &&
  lines(
    Object.entries(JSON.parse(background) as Record<string, string | number | boolean | null>).map(
      ([name, value]) => (value === null ? null : `${name}: ${String(value)}`),
    ),
  )

const who = ({ file, background }: PersonCopy): Fact[] => [
  ['audit_copy_name', `${file.firstName} ${file.lastName}`],
  ['desk_person_alias', file.alias],
  ['desk_person_birth_date', file.birthDate && formatDate(file.birthDate)],
  ['desk_person_phone', file.phone],
  ['desk_person_case_manager', file.caseManager],
  ['desk_person_taken_on', formatDate(file.takenOnAt)],
  ['audit_copy_background', asWritten(background)],
  ['desk_notes_title', file.notes],
]

function profile({ file }: PersonCopy, locale: Locale): Fact[] {
  const view = profileView(file.profile, locale)
  return [
    ['desk_profile_aims', view.aims],
    ['desk_person_profession', view.profession],
    ['desk_profile_skills', lines(view.skills.map(({ label, level }) => `${label}: ${level}`))],
    ['desk_person_italian_spoken', view.spoken],
    ['desk_profile_italian_written', view.written],
    ['desk_profile_available', lines(file.profile.slots.map((slot) => text(`matching_slot_${slot}`)))],
    ['desk_person_place', text('desk_profile_place_and_km', { place: view.place, km: view.maxKm })],
    ['desk_profile_licences', view.licences],
    ['desk_profile_permit', view.permit],
    ['desk_profile_free_from', view.freeFrom],
    ['desk_profile_min_pay', view.minPay],
    ['desk_profile_limits', view.limits],
    ['desk_profile_wishes', view.wishes],
    ['desk_profile_plan', view.plan],
  ]
}

const avoided = ({ avoided: list }: PersonCopy) =>
  list.map(({ kind, value, name }) => ({
    term: text(`audit_copy_avoided_${kind}`),
    value: kind === 'town' ? placeLabel(value) : (name ?? value),
  }))

const consents = ({ consents: said }: PersonCopy) =>
  said.map(({ at, purpose, decision, opening, company, language, channel, withMediator }) => ({
    term: `${formatDateTime(at)}: ${text(`audit_copy_decision_${decision}`)}`,
    value: lines([
      text(`audit_copy_purpose_${purpose}`),
      lines([opening, company]),
      text('audit_copy_how', {
        language: text(`proposals_language_${language}`),
        channel: text(channel === 'own_device' ? 'audit_copy_own_device' : `proposals_channel_${channel}`),
      }),
      withMediator ? text('audit_copy_with_mediator') : null,
    ]),
  }))

const shown = ({ shown: cards }: PersonCopy, locale: Locale) =>
  cards.map(({ at, company, opening, answer, attributes }) => ({
    term: `${formatDate(at)}: ${company}`,
    value: lines([
      opening,
      ...describeCard(attributes, locale).map(({ label, values }) => `${label}: ${values.join(', ')}`),
      answer && text(`audit_copy_answer_${answer}`),
    ]),
  }))

const meetings = ({ meetings: met }: PersonCopy) =>
  met.map(({ company, opening, nameShown, place, startsAt, openedAt, endedAt }) => ({
    term: text('stages_copy_met_at', { at: formatDateTime(startsAt) }),
    value: lines([
      company,
      opening,
      text(`stages_copy_met_as_${nameShown}`),
      text(`stages_place_${place}`),
      openedAt && text('stages_copy_met_read', { at: formatDateTime(openedAt) }),
      endedAt && text('stages_copy_ended', { at: formatDateTime(endedAt) }),
    ]),
  }))

const contracts = ({ contracts: sent }: PersonCopy) =>
  sent.map((link) => ({
    term: `${formatDateTime(link.sentAt)}: ${link.company}`,
    value: lines([
      link.opening,
      link.fields.map((field) => text(`stages_field_${field}`)).join(', '),
      link.taxCode && text('stages_copy_tax_code', { value: link.taxCode }),
      link.address && text('stages_copy_address', { value: link.address }),
      link.lastOpenedAt
        ? text('stages_copy_opened', { opens: link.opens, at: formatDateTime(link.lastOpenedAt) })
        : text('stages_copy_unopened'),
      link.endedAt
        ? text('stages_copy_ended', { at: formatDateTime(link.endedAt) })
        : text('stages_copy_until', { at: formatDateTime(link.expiresAt) }),
    ]),
  }))

const atWork = ({ placements }: PersonCopy) =>
  placements.map(({ company, kind, startsOn, endsOn, becameHire }) => ({
    term: `${text(`matching_kind_${kind}`)}: ${company}`,
    value: lines([
      endsOn
        ? text('audit_copy_from_until', { from: formatDate(startsOn), until: formatDate(endsOn) })
        : text('audit_copy_from', { from: formatDate(startsOn) }),
      becameHire ? text('audit_copy_became_hire') : null,
    ]),
  }))

const lookedAt = ({ reviews }: PersonCopy) =>
  reviews.map(({ opening, seenAt, whyNot }) => ({
    term: `${formatDate(seenAt)}: ${opening}`,
    value: whyNot ? text(`reviews_why_${whyNot}`) : text('audit_copy_seen'),
  }))

const requests = ({ requests: asked }: PersonCopy) =>
  asked.map(({ kind, state, askedAt, settledAt }) => ({
    term: `${formatDate(askedAt)}: ${text(`visits_request_${kind}`)}`,
    value: text(`audit_copy_request_${state}`, { at: settledAt ? formatDate(settledAt) : '' }),
  }))

const questions = ({ questions: asked }: PersonCopy, locale: Locale) =>
  asked.map(({ opening, askedAt, card }) => ({
    term: `${formatDate(askedAt)}: ${opening}`,
    value: lines(describeCard(card, locale).map(({ label, values }) => `${label}: ${values.join(', ')}`)),
  }))

const visits = ({ visits: made }: PersonCopy) =>
  made.map(({ madeAt, openedAt, language }) => ({
    term: formatDateTime(madeAt),
    value: openedAt
      ? lines([
          text('audit_copy_visit_opened', { at: formatDateTime(openedAt) }),
          language && text(`proposals_language_${language}`),
        ])
      : text('audit_copy_visit_unopened'),
  }))

const standing = ({ standing: fitting }: PersonCopy) =>
  fitting.map(({ opening, hundredths, since }) => ({
    term: opening,
    value: text('audit_copy_standing_score', {
      score: formatNumber(hundredths / 100),
      since: formatDate(since),
    }),
  }))

const curriculum = ({ curriculum: kept }: PersonCopy) =>
  kept ? [{ term: fileLine(kept), value: text('files_cv_in_copy') }] : []

const accesses = ({ accesses: done }: PersonCopy) =>
  done.map(({ at, action, role }) => {
    const key = `audit_action_${action.replace('.', '_')}`
    return {
      term: formatDateTime(at),
      value: `${text(`audit_role_${ROLES.find((known) => known === role) ?? 'other'}`)}: ${text(hasText(key) ? key : 'audit_action_other')}`,
    }
  })

/** A person's copy in words of the language that the case manager works in. */
export function copyWords(copy: PersonCopy, locale: Locale): CopyWords {
  const section = (key: string, list: CopySection['facts']) => ({ title: text(key), facts: list })
  return {
    locale,
    code: copy.file.code,
    made: text('audit_copy_made', { at: formatDateTime(now()) }),
    sections: [
      section('desk_person_who', facts(who(copy))),
      section('desk_profile_title', facts(profile(copy, locale))),
      section('desk_avoid_title', avoided(copy)),
      section('files_cv_title', curriculum(copy)),
      section('audit_copy_consents', consents(copy)),
      section('audit_copy_shown', shown(copy, locale)),
      section('stages_copy_met', meetings(copy)),
      section('stages_copy_contracts', contracts(copy)),
      section('audit_copy_placements', atWork(copy)),
      section('audit_copy_reviews', lookedAt(copy)),
      section('audit_copy_standing', standing(copy)),
      section('audit_copy_questions', questions(copy, locale)),
      section('audit_copy_requests', requests(copy)),
      section('audit_copy_visits', visits(copy)),
      section('audit_accesses_title', accesses(copy)),
    ],
  }
}
