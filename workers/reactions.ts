import type { Topic } from '#app/domain/outbox/topics.ts'
import { announceCompany } from './handlers/announce-company.ts'
import { answerCard } from './handlers/answer-card.ts'
import { askApproval, askAboutOpening, askTestimonial } from './handlers/ask-company.ts'
import { expireCardsOfOpening } from './handlers/expire-cards.ts'
import { followInvitation, mailColleague } from './handlers/follow-invitation.ts'
import { followInteraction } from './handlers/follow-interaction.ts'
import { followOpening } from './handlers/follow-opening.ts'
import { followPlacement } from './handlers/follow-placement.ts'
import { keepScoresPage } from './handlers/keep-scores.ts'
import { ledgerErasure } from './handlers/ledger-erasure.ts'
import { mailAccount } from './handlers/mail-account.ts'
import { mailCard } from './handlers/mail-card.ts'
import { mailDigest } from './handlers/mail-digest.ts'
import { mailStaff } from './handlers/mail-staff.ts'
import { mailStage } from './handlers/mail-stage.ts'
import { askOthers } from './handlers/pass-help-on.ts'
import { planAfterCancel } from './handlers/plan-after-cancel.ts'
import { planMerged } from './handlers/plan-merged.ts'
import { publishStory } from './handlers/publish-story.ts'
import { refreshOfCompany, refreshOfOpening, refreshOfPerson } from './handlers/refresh-standing.ts'
import { planAlone, replanPage } from './handlers/replan.ts'
import { endReview, reviewStory } from './handlers/review-story.ts'
import { sendFollowUp } from './handlers/send-follow-up.ts'
import { settleVerification } from './handlers/settle-verification.ts'
import { tellAsker } from './handlers/tell-asker.ts'
import { tellOfRefusal } from './handlers/tell-of-refusal.ts'
import { welcomeCompany } from './handlers/welcome-company.ts'
import { withdrawConsent } from './handlers/withdraw-consent.ts'
import type { Handler } from './handler.ts'

/** What follows from each event. Does not compile when a topic is forgotten; an empty list says that nothing does. */
export const reactions: { [T in Topic]: readonly Handler<T>[] } = {
  'account.sign_in_link_asked': [mailAccount('sign_in_link')],
  'account.invited': [mailAccount('invite')],
  'account.factors_changed': [mailAccount('factors_changed')],
  'company.signed_up': [welcomeCompany],
  'company.added': [announceCompany],
  'company.verified': [settleVerification, refreshOfCompany],
  'company.rejected': [settleVerification, refreshOfCompany],
  'company.merged': [planMerged, refreshOfCompany],
  'opening.posted': [followOpening, refreshOfOpening],
  'opening.changed': [followOpening, refreshOfOpening],
  'opening.paused': [followOpening, refreshOfOpening],
  'opening.closed': [expireCardsOfOpening, followOpening, refreshOfOpening],
  'opening.question_asked': [askAboutOpening],
  'help.asked': [askOthers],
  'card.sent': [mailCard('card_new')],
  'card.answered': [answerCard],
  'card.withdrawn': [mailCard('card_withdrawn')],
  'card.link_renewed': [mailCard('card_link_renewed')],
  'meeting.arranged': [mailStage('meeting_arranged')],
  'meeting.called_off': [mailStage('meeting_called_off')],
  'contract.sent': [mailStage('contract_sent')],
  'card.over_limit': [tellOfRefusal('card_over_limit')],
  'card.too_telling': [tellOfRefusal('card_too_telling')],
  'consent.withdrawn': [withdrawConsent, refreshOfPerson],
  'profile.changed': [refreshOfPerson],
  'matches.digest_due': [mailDigest],
  'interaction.logged': [followInteraction],
  'placement.began': [followPlacement],
  'placement.ended': [followPlacement],
  'placement.cancelled': [planAfterCancel],
  'story.submitted': [reviewStory],
  'story.approval_asked': [askApproval],
  'story.published': [publishStory],
  'story.returned': [endReview],
  'testimonial.asked': [askTestimonial],
  'testimonial.answered': [tellAsker],
  'event.invitation_changed': [followInvitation],
  'event.colleague_told': [mailColleague],
  'follow_up.due': [sendFollowUp],
  'placement.hire_talk_held': [followPlacement],
  'company.plan_due': [planAlone],
  'rules.changed': [replanPage],
  'trust.weights_changed': [keepScoresPage],
  'audit.broken': [mailStaff('audit_broken')],
  'reading.unusual': [mailStaff('unusual_reading')],
  'people.quiet': [mailStaff('people_quiet')],
  'glass.asked': [mailStaff('glass_asked')],
  'glass.broken': [mailStaff('glass_broken')],
  'person.erased': [ledgerErasure],
}
