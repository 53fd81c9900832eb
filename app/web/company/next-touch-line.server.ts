import type { NextTouch } from '#app/domain/companies/next-touches.server.ts'
import type { NextTouchLine } from '#app/ui/company/company-view.ts'
import { followUpTitle } from '../follow-up-title.server.ts'
import { formatRelativeDay } from '../format.ts'
import { text } from '../text.server.ts'

/** What comes next with a company, in words: what, when, whose turn. */
export const nextTouchLine = (next: NextTouch, today: Date): NextTouchLine => ({
  title: followUpTitle(next),
  when: formatRelativeDay(next.dueAt, today),
  late: next.kind === 'task' && next.dueAt < today,
  by: next.kind === 'message' ? text('relationship_by_itself') : (next.by ?? text('relationship_nobody_yet')),
})
