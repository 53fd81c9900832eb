import { and, count, desc, eq, inArray, isNotNull, ne, or, type SQL } from 'drizzle-orm'
import { users } from '#db/schema/accounts.ts'
import { stories } from '#db/schema/stories.ts'
import { authorise } from '../access/authorise.server.ts'
import { staffRoles } from '../shared/actor.ts'
import type { CompanyId, StoryId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { StoryState } from './states.ts'

export type ListedStory = {
  id: StoryId
  title: string
  companyName: string
  state: StoryState
  slug: string | null
  createdAt: Date
  publishedAt: Date | null
  /** Something was asked to be changed. */
  sentBack: boolean
}

export type Page = { page: number; perPage: number }

/** Every story about one company, the newest first. For its HR contacts. */
export async function listCompanyStories(tx: Tx, companyId: CompanyId, page: Page) {
  authorise(tx, 'story.approve', { companyId })
  return listed(tx, eq(stories.companyId, companyId), page)
}

/** The network's stories, the newest first; what a company drafts by itself is not among them. For case managers. */
export async function listNetworkStories(tx: Tx, state: StoryState | null, page: Page) {
  authorise(tx, 'company.relate')
  const byStaff = tx
    .select({ id: users.id })
    .from(users)
    .where(inArray(users.role, [...staffRoles]))
  const shown = or(ne(stories.state, 'draft'), inArray(stories.writtenBy, byStaff))
  return listed(tx, and(shown, state ? eq(stories.state, state) : undefined), page)
}

/** What coordinators act on: what waits for them, what is public, what was public. */
export const reviewedStates = ['submitted', 'published', 'withdrawn'] as const satisfies StoryState[]
export type ReviewedState = (typeof reviewedStates)[number]

/** Stories that wait for a coordinator, or that are or were public, the newest first. */
export async function listStoriesToReview(tx: Tx, state: ReviewedState, page: Page) {
  authorise(tx, 'story.review')
  const wasPublic = state === 'withdrawn' ? isNotNull(stories.publishedAt) : undefined
  return listed(tx, and(eq(stories.state, state), wasPublic), page)
}

async function listed(
  tx: Tx,
  wanted: SQL | undefined,
  { page, perPage }: Page,
): Promise<{ stories: ListedStory[]; total: number }> {
  const [counted] = await tx.select({ total: count() }).from(stories).where(wanted)
  const rows = await tx
    .select()
    .from(stories)
    .where(wanted)
    .orderBy(desc(stories.createdAt), desc(stories.id))
    .limit(perPage)
    .offset((page - 1) * perPage)
  return {
    total: counted?.total ?? 0,
    stories: rows.map(({ id, title, companyName, state, slug, createdAt, publishedAt, reviewNote }) => ({
      ...{ id, title, companyName, state, slug, createdAt, publishedAt },
      sentBack: state === 'draft' && reviewNote !== '',
    })),
  }
}
