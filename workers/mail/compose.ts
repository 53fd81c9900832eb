import type { Letter, LetterFacts, Template } from '#app/domain/mails/letters.ts'
import { answerThanks, notNowThanks } from '#emails/answer-letters.ts'
import { cardLinkRenewed, cardNew, cardReminder, cardWithdrawn } from '#emails/card-letters.ts'
import { companyWelcome } from '#emails/company-welcome.ts'
import type { Mail, Reader } from '#emails/frame.tsx'
import { invite } from '#emails/invite.ts'
import { newMatches } from '#emails/new-matches.ts'
import { noMatch, openingAcknowledged, openingQuestion, openingStillOpen } from '#emails/opening-letters.ts'
import { checkIn, hireThanks, internshipEndsSoon } from '#emails/placement-letters.ts'
import { signInLink } from '#emails/sign-in-link.ts'
import { staffNotice } from '#emails/staff-notice.ts'
import {
  referralInvitation,
  storyApprovalAsked,
  storyInvitation,
  storyThanks,
  testimonialAsked,
} from '#emails/story-letters.ts'

/** Each letter's paper; it does not compile when one is forgotten. */
const papers: { [T in Template]: (reader: Reader, facts: LetterFacts<T>) => Promise<Mail> } = {
  sign_in_link: signInLink,
  invite,
  company_welcome: companyWelcome,
  opening_acknowledged: openingAcknowledged,
  no_match: noMatch,
  opening_still_open: openingStillOpen,
  opening_question: openingQuestion,
  card_new: cardNew,
  proposal_reminder: (reader, facts) => cardReminder(reader, { ...facts, last: false }),
  proposal_reminder_last: (reader, facts) => cardReminder(reader, { ...facts, last: true }),
  card_link_renewed: cardLinkRenewed,
  card_withdrawn: cardWithdrawn,
  answer_thanks: answerThanks,
  not_now_thanks: notNowThanks,
  check_in: checkIn,
  internship_ends_soon: internshipEndsSoon,
  hire_thanks: hireThanks,
  story_invitation: storyInvitation,
  story_approval_asked: storyApprovalAsked,
  story_thanks: storyThanks,
  referral_invitation: referralInvitation,
  testimonial_asked: testimonialAsked,
  staff_notice: staffNotice,
  new_matches: newMatches,
}

/** Puts a letter into words: subject, HTML and plain text in the reader's language. */
export function compose(reader: Reader, letter: Letter): Promise<Mail> {
  const paper = papers[letter.template] as (reader: Reader, facts: LetterFacts<Template>) => Promise<Mail>
  return paper(reader, letter.facts)
}
