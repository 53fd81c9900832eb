import { desc, eq } from 'drizzle-orm'
import { outbox } from '#db/schema/operations.ts'
import { actingStaff } from '../access/acting-staff.server.ts'
import { theirsOf, type OfCompanyKind } from '../follow-ups/company-behind.server.ts'
import { asOurselves } from '../shared/as-ourselves.server.ts'
import { isUuid, type CompanyId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Topic } from '../outbox/topics.ts'

/** An event of a company that was given up and that nobody has settled yet. */
export type GivenUp = { topic: Topic; since: Date }

/** What the events that a company's timeline may speak of are about. A meeting and a contract are one person's: not these. */
const about: Partial<Record<Topic, OfCompanyKind | 'company'>> = {
  'company.signed_up': 'company',
  'company.added': 'company',
  'company.verified': 'company',
  'company.rejected': 'company',
  'company.merged': 'company',
  'company.plan_due': 'company',
  'placement.cancelled': 'company',
  'opening.posted': 'opening',
  'opening.changed': 'opening',
  'opening.paused': 'opening',
  'opening.closed': 'opening',
  'card.sent': 'card',
  'card.answered': 'card',
  'card.withdrawn': 'card',
  'card.link_renewed': 'card',
  'interaction.logged': 'interaction',
  'placement.began': 'placement',
  'placement.ended': 'placement',
  'story.submitted': 'story',
  'story.approval_asked': 'story',
  'story.published': 'story',
  'story.returned': 'story',
  'testimonial.asked': 'testimonial',
  'testimonial.answered': 'testimonial',
  'event.invitation_changed': 'event_invitation',
  'follow_up.due': 'follow_up',
}

/** After an outage there may be many; of more than these the administrators' page has all. */
const LATEST = 500

/** The only id that an event of these carries beside its organisation's or its author's. */
const SUBJECTS = [
  ...['companyId', 'openingId', 'cardId', 'interactionId', 'placementId', 'storyId'],
  ...['testimonialId', 'invitationId', 'followUpId'],
] as const

type Dead = { topic: Topic; since: Date; kind: OfCompanyKind | 'company'; id: string }

/**
 * What was to happen with a company and did not, the latest first: an event that was given up is its history's as well as the
 * administrators'. What it carries is nobody's business here, nor its cause.
 */
export async function givenUpOfCompany(tx: Tx, companyId: CompanyId): Promise<GivenUp[]> {
  actingStaff(tx, 'company.relate')
  return asOurselves(tx, async () => {
    const dead = await latestDead(tx)
    const theirs = new Set<string>([companyId])
    for (const kind of new Set(dead.map((event) => event.kind))) {
      if (kind === 'company') continue
      const ids = dead.flatMap((event) => (event.kind === kind ? event.id : []))
      for (const id of await theirsOf(tx, companyId, kind, ids)) theirs.add(id)
    }
    return dead.filter(({ id }) => theirs.has(id)).map(({ topic, since }) => ({ topic, since }))
  })
}

async function latestDead(tx: Tx): Promise<Dead[]> {
  const rows = await tx
    .select({
      topic: outbox.topic,
      payload: outbox.payload,
      doneAt: outbox.doneAt,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(eq(outbox.state, 'dead'))
    .orderBy(desc(outbox.doneAt), outbox.id)
    .limit(LATEST)
  return rows.flatMap(({ topic, payload, doneAt, createdAt }) => {
    const kind = about[topic as Topic]
    const id = SUBJECTS.map((key) => payload[key]).find((value) => value !== undefined)
    if (!kind || !isUuid(id)) return []
    return [{ topic: topic as Topic, since: doneAt ?? createdAt, kind, id }]
  })
}
