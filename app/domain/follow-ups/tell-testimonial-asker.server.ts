import { eq } from 'drizzle-orm'
import { testimonials } from '#db/schema/stories.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { openTask } from './open-task.server.ts'

/** Puts a company's answer about being a testimonial into the day of who asked. */
export async function tellTestimonialAsker(tx: Tx, testimonialId: string): Promise<void> {
  const [row] = await tx.select().from(testimonials).where(eq(testimonials.id, testimonialId))
  if (row?.state !== 'accepted' && row?.state !== 'declined') return
  await openTask(tx, {
    rule: 'testimonial_answered',
    subject: { type: 'company', id: row.companyId },
    companyId: row.companyId,
    title: `mail_task_testimonial_${row.state}`,
    to: { assigneeId: row.throughUserId, assigneeOrgId: row.throughOrgId },
  })
}
