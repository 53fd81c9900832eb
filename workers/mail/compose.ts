import type { LetterFacts, OwnLetter } from '#app/domain/mails/letters.ts'
import type { Told } from '#app/domain/mails/recipient.ts'
import { answerThanks } from '#emails/answer-letters.ts'
import { cardLinkRenewed, cardNew, cardWithdrawn } from '#emails/card-letters.ts'
import { companyWelcome } from '#emails/company-welcome.ts'
import { eventForColleagues } from '#emails/event-letters.ts'
import { onOurPaper, type Mail, type Reader } from '#emails/frame.tsx'
import { factorsChanged } from '#emails/factors-changed.ts'
import { invite } from '#emails/invite.ts'
import { newMatches } from '#emails/new-matches.ts'
import { openingQuestion } from '#emails/opening-letters.ts'
import { auditBroken, peopleQuiet, unusualReading } from '#emails/duty-notices.ts'
import { glassAsked, glassBroken } from '#emails/glass-letters.ts'
import { signInLink } from '#emails/sign-in-link.ts'
import { staffNotice } from '#emails/staff-notice.ts'
import { contractSent, meetingArranged, meetingCalledOff } from '#emails/stage-letters.ts'
import { storyApprovalAsked, testimonialAsked } from '#emails/story-letters.ts'

type OwnTemplate = OwnLetter['template']

/** Each letter's paper; it does not compile when one is forgotten. */
const papers: { [T in OwnTemplate]: (reader: Reader, facts: LetterFacts<T>) => Promise<Mail> } = {
  sign_in_link: signInLink,
  invite,
  factors_changed: factorsChanged,
  company_welcome: companyWelcome,
  opening_question: openingQuestion,
  card_new: cardNew,
  card_link_renewed: cardLinkRenewed,
  card_withdrawn: cardWithdrawn,
  meeting_arranged: meetingArranged,
  meeting_called_off: meetingCalledOff,
  contract_sent: contractSent,
  answer_thanks: answerThanks,
  story_approval_asked: storyApprovalAsked,
  testimonial_asked: testimonialAsked,
  staff_notice: staffNotice,
  new_matches: newMatches,
  audit_broken: auditBroken,
  unusual_reading: unusualReading,
  event_for_colleagues: eventForColleagues,
  people_quiet: peopleQuiet,
  glass_asked: glassAsked,
  glass_broken: glassBroken,
}

/**
 * Puts a letter on paper: subject, HTML and plain text in the reader's language. What coordinators write comes with its
 * words; its link stays the letter's.
 */
export function compose(reader: Reader, told: Told): Promise<Mail> {
  if ('words' in told) {
    const { subject, paragraphs, action, afterwards } = told.words
    const { facts } = told.letter
    const url = 'link' in facts ? facts.link : null
    return onOurPaper(reader, {
      ...{ subject, paragraphs, afterwards },
      ...(action && url ? { action: { label: action, url } } : {}),
    })
  }
  const { letter } = told
  const paper = papers[letter.template] as (reader: Reader, facts: LetterFacts<OwnTemplate>) => Promise<Mail>
  return paper(reader, letter.facts)
}
