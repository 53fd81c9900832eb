import { eq } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { openingQuestions } from '#db/schema/opening-questions.ts'
import { openings } from '#db/schema/openings.ts'
import { placements } from '#db/schema/proposals.ts'
import { stories, testimonials } from '#db/schema/stories.ts'
import { stillOpenLink } from '../openings/still-open-link.server.ts'
import type { ContactId, OpeningId, QuestionId, StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { addresses } from './addresses.server.ts'
import { bestAdvice } from './best-advice.server.ts'
import type { Letter, Template } from './letters.ts'
import { stop, type Stop } from './stop.ts'

/** A mail about an opening that still stands. */
export async function openingLetter(
  tx: Tx,
  template: Template,
  id: OpeningId,
  contactId: ContactId,
): Promise<Letter | Stop> {
  const [row] = await tx
    .select({ openingTitle: openings.title, state: openings.state })
    .from(openings)
    .where(eq(openings.id, id))
  if (!row) return stop('no_reason')
  if (row.state === 'closed') return stop('opening_closed')
  const facts = { openingTitle: row.openingTitle, link: addresses.opening(id) }
  if (template === 'opening_acknowledged') return { template, facts }
  if (row.state === 'paused') return stop('opening_paused')
  switch (template) {
    case 'no_match':
      return { template, facts: { ...facts, advice: await bestAdvice(tx, id) } }
    case 'opening_still_open':
      return { template, facts: { ...facts, link: addresses.signed(stillOpenLink(id, contactId, now())) } }
    default:
      return stop('no_reason')
  }
}

/** A question about an opening, in the words of whoever asked it. */
export async function questionLetter(tx: Tx, template: Template, id: QuestionId): Promise<Letter | Stop> {
  const { subject, body, openingId } = openingQuestions
  const [row] = await tx
    .select({ subject, body, openingId, state: openings.state })
    .from(openingQuestions)
    .innerJoin(openings, eq(openings.id, openingQuestions.openingId))
    .where(eq(openingQuestions.id, id))
  if (!row || template !== 'opening_question') return stop('no_reason')
  if (row.state === 'closed') return stop('opening_closed')
  return {
    template,
    facts: { subject: row.subject, body: row.body, link: addresses.opening(row.openingId) },
  }
}

/** A mail about a placement: its kind and its dates, never the person. */
export async function placementLetter(tx: Tx, template: Template, id: string): Promise<Letter | Stop> {
  const [row] = await tx
    .select({ kind: placements.kind, state: placements.state, endsOn: placements.endsOn })
    .from(placements)
    .where(eq(placements.id, id))
  if (!row) return stop('no_reason')
  switch (template) {
    case 'check_in':
      return row.state === 'active' ? { template, facts: { kind: row.kind } } : stop('placement_ended')
    case 'internship_ends_soon':
      if (row.state !== 'active' || !row.endsOn) return stop('placement_ended')
      return { template, facts: { endsOn: row.endsOn } }
    case 'hire_thanks':
      return row.state === 'ended_early' ? stop('placement_ended') : { template, facts: {} }
    case 'story_invitation':
      return { template, facts: { link: addresses.newStory() } }
    default:
      return stop('no_reason')
  }
}

/** A mail about a success story. */
export async function storyLetter(tx: Tx, template: Template, id: StoryId): Promise<Letter | Stop> {
  const [row] = await tx
    .select({ state: stories.state, slug: stories.slug })
    .from(stories)
    .where(eq(stories.id, id))
  if (!row) return stop('no_reason')
  if (template === 'story_approval_asked') {
    if (row.state !== 'awaiting_company') return stop('story_settled')
    return { template, facts: { link: addresses.storyToApprove(id) } }
  }
  if (row.state !== 'published' || !row.slug) return stop('story_withdrawn')
  if (template === 'story_thanks') return { template, facts: { link: addresses.publicStory(row.slug) } }
  return template === 'referral_invitation'
    ? { template, facts: { link: addresses.company() } }
    : stop('no_reason')
}

/** The question whether a company would speak for the network. */
export async function testimonialLetter(tx: Tx, template: Template, id: string): Promise<Letter | Stop> {
  const [row] = await tx
    .select({ state: testimonials.state })
    .from(testimonials)
    .where(eq(testimonials.id, id))
  if (template !== 'testimonial_asked' || row?.state !== 'asked') return stop('no_reason')
  return { template, facts: { link: addresses.testimonial() } }
}
