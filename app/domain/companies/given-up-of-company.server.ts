import { actingStaff } from '../access/acting-staff.server.ts'
import { theirsOf, type OfCompanyKind } from '../follow-ups/company-behind.server.ts'
import { latestDead } from '../outbox/latest-dead.server.ts'
import { topics, type Topic } from '../outbox/topics.ts'
import { isUuid, type CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'

/** An event of a company that was given up and that nobody has settled yet. */
export type GivenUp = { topic: Topic; since: Date }

type Kind = OfCompanyKind | 'company'

/**
 * What each event is about, where a company's timeline may speak of it. A meeting, a contract, a card withdrawn and a placement that
 * never was say more of one person than the timeline does; what is nobody's company's is not here either.
 */
const about: Record<Topic, Kind | null> = {
  'account.sign_in_link_asked': null,
  'account.invited': null,
  'account.factors_changed': null,
  'company.signed_up': 'company',
  'company.added': 'company',
  'company.verified': 'company',
  'company.rejected': 'company',
  'company.merged': 'company',
  'opening.posted': 'opening',
  'opening.changed': 'opening',
  'opening.paused': 'opening',
  'opening.closed': 'opening',
  'opening.question_asked': 'opening_question',
  'help.asked': null,
  'card.sent': 'card',
  'card.answered': 'card',
  'card.withdrawn': null,
  'card.link_renewed': 'card',
  'meeting.arranged': null,
  'meeting.called_off': null,
  'contract.sent': null,
  'card.over_limit': null,
  'card.too_telling': null,
  'consent.withdrawn': null,
  'profile.changed': null,
  'matches.digest_due': null,
  'interaction.logged': 'interaction',
  'placement.began': 'placement',
  'placement.ended': 'placement',
  'placement.cancelled': null,
  'story.submitted': 'story',
  'story.approval_asked': 'story',
  'story.published': 'story',
  'story.returned': 'story',
  'testimonial.asked': 'testimonial',
  'testimonial.answered': 'testimonial',
  'event.invitation_changed': 'event_invitation',
  'event.colleague_told': null,
  'follow_up.due': 'follow_up',
  'placement.hire_talk_held': null,
  'company.plan_due': 'company',
  'rules.changed': null,
  'trust.weights_changed': null,
  'audit.broken': null,
  'reading.unusual': null,
  'people.quiet': null,
  'glass.asked': null,
  'glass.broken': null,
  'person.erased': null,
}
const told = topics.filter((topic) => about[topic] !== null)

/** After an outage there may be many; of more than these the administrators' page has all. */
const LATEST = 500

/** The only id that an event of these carries beside its organisation's or its author's. */
const SUBJECTS = [
  ...['companyId', 'openingId', 'questionId', 'cardId', 'interactionId', 'placementId', 'storyId'],
  ...['testimonialId', 'invitationId', 'followUpId'],
] as const

/**
 * What was to happen with a company and did not, the latest first: an event that was given up is its history's as well as the
 * administrators'. What it carries is nobody's business here, nor its cause; what it is about is read with the actor's own rights.
 */
export async function givenUpOfCompany(tx: Tx, companyId: CompanyId): Promise<GivenUp[]> {
  actingStaff(tx, 'company.relate')
  const dead = (await latestDead(tx, told, LATEST)).flatMap(({ payload, ...event }) => {
    const id = SUBJECTS.map((key) => payload[key]).find((value) => value !== undefined)
    return isUuid(id) ? [{ ...event, id }] : []
  })
  const theirs = new Set<string>([companyId])
  for (const kind of new Set(dead.map(({ topic }) => about[topic]))) {
    if (kind === null || kind === 'company') continue
    const ids = dead.flatMap(({ topic, id }) => (about[topic] === kind ? id : []))
    for (const id of await theirsOf(tx, companyId, kind, ids)) theirs.add(id)
  }
  return dead.filter(({ id }) => theirs.has(id)).map(({ topic, since }) => ({ topic, since }))
}
