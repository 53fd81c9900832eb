import { randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { migrateDatabase, migrateTo } from '#db/migrate.ts'
import { databaseUrl, prepareDatabase, withConnection } from '../../../scripts/postgres-roles.mjs'

/** The schema before people of companies, pauses and withdrawals were kept. */
const OLDER = 42

test('what a database in use already says is kept by what came later, though its owner sees no row', async () => {
  const { superUrl, ownerUrl } = inject('postgres')
  const name = `test_${inject('run')}_older`
  const [companyId, personId, testimonialId] = [randomUUID(), randomUUID(), randomUUID()]
  const onIt = databaseUrl(superUrl, name)
  await prepareDatabase(superUrl, name)
  try {
    await migrateTo(databaseUrl(ownerUrl, name), OLDER)
    await withConnection(onIt, async (sql) => {
      // Rows that other tables would have to stand behind are not looked for here.
      await sql`set session_replication_role = replica`
      await sql`insert into companies (id, name, vat_id, place_code, sector, size_band, verification, trust_slope, paused_until, created_at)
        values (${companyId}, 'Pasticceria Nuvola', '12345670017', '001272', 'food', 'small', 'verified', 'steady', '2027-03-01',
          '2026-01-01')`
      await sql`insert into contacts (id, company_id, name, email, created_at)
        values (${randomUUID()}, ${companyId}, 'Élia D’Amico', 'elia@example.org', '2026-01-01')`
      await sql`insert into stage_changes (id, company_id, from_stage, to_stage, cause, at)
        values (${randomUUID()}, ${companyId}, 'new', 'new', 'paused', '2026-11-01')`
      await sql`insert into testimonials (id, company_id, state, scope, through_user_id, through_org_id, asked_at, answered_at)
        values (${testimonialId}, ${companyId}, 'withdrawn', 'web', ${personId}, ${personId}, '2026-05-01', '2026-05-02')`
      await sql`insert into audit_log (org_id, seq, id, at, actor_role, action, subject_type, subject_id, result, prev_hash, hash)
        values (${personId}, 1, ${randomUUID()}, '2026-08-01', 'hr_contact', 'testimonial.withdrawn', 'testimonial',
          ${testimonialId}, 'ok', '', '')`
    })
    await migrateDatabase(databaseUrl(ownerUrl, name))
    const found = await withConnection(onIt, async (sql) => ({
      people: await sql`select name_key from company_people`,
      pauses: await sql`select until from stage_changes`,
      withdrawn: await sql`select withdrawn_at from testimonials`,
    }))
    expect([...found.people]).toEqual([{ name_key: 'amico d elia' }])
    expect([...found.pauses]).toEqual([{ until: new Date('2027-03-01') }])
    expect([...found.withdrawn]).toEqual([{ withdrawn_at: new Date('2026-08-01') }])
  } finally {
    await withConnection(superUrl, async (sql) => {
      await sql.unsafe(`drop database ${name} with (force)`)
    })
  }
})
