import { eq } from 'drizzle-orm'
import { testimonials } from '#db/schema/stories.ts'
import type { UserId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { openTask } from './open-task.server.ts'

/** Puts a company's answer about being a testimonial into the day of who asked, unless she is `by`, who wrote it down. */
export async function tellTestimonialAsker(tx: Tx, testimonialId: string, by: UserId | null): Promise<void> {
  const [row] = await tx.select().from(testimonials).where(eq(testimonials.id, testimonialId))
  if (row?.state !== 'accepted' && row?.state !== 'declined') return
  if (row.throughUserId === by) return
  await openTask(tx, {
    rule: 'testimonial_answered',
    subject: { type: 'company', id: row.companyId },
    companyId: row.companyId,
    title: `mail_task_testimonial_${row.state}`,
    to: { assigneeId: row.throughUserId, assigneeOrgId: row.throughOrgId },
  })
}
