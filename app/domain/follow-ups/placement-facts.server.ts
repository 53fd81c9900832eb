import { and, eq, inArray } from 'drizzle-orm'
import { consents } from '#db/schema/candidates.ts'
import { placements } from '#db/schema/proposals.ts'
import { stories } from '#db/schema/stories.ts'
import { atLocal } from '../calendar/rome.ts'
import { CLOSES_AT, OPENS_AT } from '../calendar/working-calendar.ts'
import { MINUTE } from '../shared/durations.ts'
import type { CompanyId } from '../shared/ids.ts'
import { together } from '../shared/together.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { actsOn } from './company-facts.server.ts'
import type { Fact, Subject } from './facts.ts'
import { HIRE_TALK } from './hire-talk.server.ts'

type PlacementRow = typeof placements.$inferSelect

function factsOf(placement: PlacementRow, related: readonly Subject[]): Fact[] {
  const { id, kind, state, startsOn, endsOn, becameHire, createdAt } = placement
  const own = { subject: { type: 'placement' as const, id }, related, recordedAt: createdAt }
  const began = atLocal(startsOn, OPENS_AT)
  const ended = atLocal(endsOn ?? startsOn, CLOSES_AT)
  const facts: Fact[] = [{ id: `began:${id}`, type: 'placement_began', at: began, ...own }]
  if (kind === 'internship' && endsOn) {
    const at = createdAt < began ? createdAt : began
    facts.push({ id: `ends:${id}`, type: 'internship_ends', endsOn, at, ...own })
  }
  if (state !== 'active') facts.push({ id: `ended:${id}`, type: 'placement_ended', at: ended, ...own })
  // The hire that an internship turns into comes after its end, which would otherwise stop what the hire begins.
  if (becameHire) facts.push({ id: `hired:${id}`, type: 'hired', at: new Date(+ended + MINUTE), ...own })
  else if (kind === 'job') facts.push({ id: `hired:${id}`, type: 'hired', at: began, ...own })
  return facts
}

/** Facts about a company's placements. Which person each is about is read for her consent, and told to nobody. */
export async function placementFacts(
  tx: Tx,
  companyId: CompanyId,
  related: readonly Subject[],
): Promise<Fact[]> {
  const rows = await tx.select().from(placements).where(eq(placements.companyId, companyId))
  if (rows.length === 0) return []
  const [told, talks] = await together([
    tx
      .select()
      .from(consents)
      .where(
        and(
          eq(consents.purpose, 'story'),
          inArray(consents.candidateId, [...new Set(rows.map((row) => row.candidateId))]),
        ),
      ),
    talkFacts(tx, rows, related),
  ])
  const consentFacts = rows.flatMap((row) =>
    told
      .filter(({ orgId, candidateId }) => orgId === row.orgId && candidateId === row.candidateId)
      .map((consent): Fact => ({
        id: `told:${row.id}:${consent.id}`,
        type: consent.decision === 'given' ? 'story_consent_given' : 'story_consent_withdrawn',
        at: consent.at,
        subject: { type: 'placement', id: row.id },
        related,
      })),
  )
  return [...rows.flatMap((row) => factsOf(row, related)), ...consentFacts, ...talks]
}

/** The talks about a hire that were held: of each placement the last, unless it was noted by mistake. */
async function talkFacts(
  tx: Tx,
  rows: readonly PlacementRow[],
  related: readonly Subject[],
): Promise<Fact[]> {
  const ids = rows.map(({ id }) => id)
  const acts = await actsOn(tx, 'placement', ids, Object.values(HIRE_TALK))
  return ids.flatMap((id): Fact[] => {
    const last = acts.findLast(({ subjectId }) => subjectId === id)
    if (last?.action !== HIRE_TALK.held) return []
    const subject: Subject = { type: 'placement', id }
    return [{ id: `talk:${last.id}`, type: 'hire_talk_held', at: last.at, subject, related }]
  })
}

/** Facts about a company's success stories. */
export async function storyFacts(
  tx: Tx,
  companyId: CompanyId,
  related: readonly Subject[],
  at: Date,
): Promise<Fact[]> {
  const company: Subject = { type: 'company', id: companyId }
  const rows = await tx.select().from(stories).where(eq(stories.companyId, companyId))
  return rows.flatMap((story): Fact[] => {
    const own = { subject: { type: 'story' as const, id: story.id }, related }
    // What it ends, the invitation to tell one, is filed under a placement: they meet in the company.
    const facts: Fact[] = [
      { id: `begun:${story.id}`, type: 'story_begun', at: story.createdAt, subject: company },
    ]
    if (story.publishedAt) {
      facts.push({ id: `published:${story.id}`, type: 'story_published', at: story.publishedAt, ...own })
    }
    if (story.state === 'withdrawn') {
      facts.push({ id: `story-withdrawn:${story.id}`, type: 'story_withdrawn', at, ...own })
    }
    return facts
  })
}
