import { createTransport } from 'nodemailer'
import postgres from 'postgres'
import type { QueueSettings } from '#app/platform/queue.server.ts'
import { bare, CONCURRENCY, type Contender } from './backend.ts'

/**
 * The least that a follow-up can cost: bare BullMQ whose handler commits one row, hands the mail server one line over a
 * connection that stays open, and commits that it has left. Nothing is read, decided, composed or kept from happening twice.
 */
export async function floor(settings: QueueSettings, smtpUrl: string): Promise<Contender> {
  const sql = postgres(settings.DATABASE_URL, { max: CONCURRENCY, onnotice: () => undefined })
  await sql`create table if not exists bullmq.bench_floor (id uuid primary key, sent_at timestamptz)`
  await sql`truncate bullmq.bench_floor`
  const mails = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: CONCURRENCY,
    maxMessages: Infinity,
  })
  const contender = await bare(settings, async (id) => {
    await sql.begin((tx) => [tx`insert into bullmq.bench_floor (id) values (${id})`])
    await mails.sendMail({ from: 'a@example.org', to: 'b@example.org', subject: 'floor', text: 'floor' })
    await sql.begin((tx) => [tx`update bullmq.bench_floor set sent_at = now() where id = ${id}`])
  })
  return {
    ...contender,
    close: async () => {
      await contender.close()
      mails.close()
      await sql.end()
    },
  }
}
