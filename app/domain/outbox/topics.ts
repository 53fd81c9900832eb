/**
 * Everything that can happen and that somebody reacts to. `workers/reactions.ts` maps each topic to its handlers and
 * does not compile when one is forgotten. Payloads hold ids (and closed codes), never a person's data.
 */
export type Topics = {
  'account.sign_in_link_asked': { userId: string }
  'account.invited': { userId: string }
  /** A password, a one-time code, a passkey or the codes on paper of an account are others than before. */
  'account.factors_changed': { userId: string }
  'company.signed_up': { companyId: string; userId: string }
  'company.added': { companyId: string }
  'company.verified': { companyId: string }
  'company.rejected': { companyId: string }
  /** Everything of another company came to it, or left it again. */
  'company.merged': { companyId: string }
  'opening.posted': { openingId: string }
  'opening.changed': { openingId: string }
  'opening.paused': { openingId: string }
  'opening.closed': { openingId: string }
  'opening.question_asked': { questionId: string }
  'help.asked': { helpRequestId: string }
  'card.sent': { cardId: string }
  'card.answered': { cardId: string }
  'card.withdrawn': { cardId: string }
  'card.link_renewed': { cardId: string }
  /** A company is to meet somebody; the day or the place may be other ones than before. */
  'meeting.arranged': { cardId: string }
  'meeting.called_off': { cardId: string }
  /** What a contract needs waits for the company behind its link. */
  'contract.sent': { cardId: string }
  /** No further card may go to a company for now. */
  'card.over_limit': { companyId: string }
  /** A card for a company would let somebody be recognised, or came to do so and was withdrawn. */
  'card.too_telling': { companyId: string }
  'consent.withdrawn': { orgId: string; candidateId: string }
  /** What a match reads of a person changed, or she came into the engine. */
  'profile.changed': { orgId: string; candidateId: string }
  'matches.digest_due': { userId: string }
  'interaction.logged': { interactionId: string }
  'placement.began': { orgId: string; placementId: string }
  'placement.ended': { orgId: string; placementId: string }
  'placement.cancelled': { companyId: string }
  'story.submitted': { storyId: string }
  'story.approval_asked': { storyId: string }
  'story.published': { storyId: string }
  'story.returned': { storyId: string }
  'testimonial.asked': { testimonialId: string }
  'testimonial.answered': { testimonialId: string }
  /** A company was invited to an event, answered, came or not, or the event changed. */
  'event.invitation_changed': { invitationId: string }
  /** Somebody's organisation is invited to an event, or the event it was invited to changed. */
  'event.colleague_told': { eventId: string; userId: string }
  'follow_up.due': { followUpId: string }
  /** The person's part of it, the talk about a hire, was held or taken back. */
  'placement.hire_talk_held': { orgId: string; placementId: string }
  /** Something settled, somebody else who answers, or a planning with the others that failed: a company is planned by itself. */
  'company.plan_due': { companyId: string }
  /** Rules changed: the companies after this one are planned anew, a page at a time. */
  'rules.changed': { afterCompanyId: string }
  /** What events count for changed: the scores of the companies after this one are kept anew, a page at a time. */
  'trust.weights_changed': { afterCompanyId: string }
  /** An audit chain was found broken: this administrator is told. */
  'audit.broken': { userId: string }
  /** Somebody opened many files on a day: this coordinator is told. */
  'reading.unusual': { userId: string }
  /** Some of this case manager's people were not heard from for a year. */
  'people.quiet': { userId: string }
  /** Somebody asks to read a file in an emergency: whoever may allow it is told. */
  'glass.asked': { userId: string }
  /** A file was opened in an emergency: whoever follows the person is told. */
  'glass.broken': { userId: string }
  /** A person was erased: it is written down outside of the database. */
  'person.erased': { orgId: string; erasureId: string }
}

export type Topic = keyof Topics

/** Every topic once; the compiler refuses a list that lacks one. */
const all: Record<Topic, true> = {
  'account.sign_in_link_asked': true,
  'account.invited': true,
  'account.factors_changed': true,
  'company.signed_up': true,
  'company.added': true,
  'company.verified': true,
  'company.rejected': true,
  'company.merged': true,
  'opening.posted': true,
  'opening.changed': true,
  'opening.paused': true,
  'opening.closed': true,
  'opening.question_asked': true,
  'help.asked': true,
  'card.sent': true,
  'card.answered': true,
  'card.withdrawn': true,
  'card.link_renewed': true,
  'meeting.arranged': true,
  'meeting.called_off': true,
  'contract.sent': true,
  'card.over_limit': true,
  'card.too_telling': true,
  'consent.withdrawn': true,
  'profile.changed': true,
  'matches.digest_due': true,
  'interaction.logged': true,
  'placement.began': true,
  'placement.ended': true,
  'placement.cancelled': true,
  'story.submitted': true,
  'story.approval_asked': true,
  'story.published': true,
  'story.returned': true,
  'testimonial.asked': true,
  'testimonial.answered': true,
  'event.invitation_changed': true,
  'event.colleague_told': true,
  'follow_up.due': true,
  'placement.hire_talk_held': true,
  'company.plan_due': true,
  'rules.changed': true,
  'trust.weights_changed': true,
  'audit.broken': true,
  'reading.unusual': true,
  'people.quiet': true,
  'glass.asked': true,
  'glass.broken': true,
  'person.erased': true,
}

export const topics = Object.keys(all) as Topic[]
