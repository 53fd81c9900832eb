import { beforeAll, describe, expect, it } from 'vitest'
import { timeline } from '#app/domain/companies/timeline.server.ts'
import type { TimelineTopic } from '#app/domain/companies/timeline-entry.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import { DAY, HOUR } from '#app/domain/shared/durations.ts'
import type { CompanyId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId } from '#app/platform/clock.server.ts'
import { type followUps, mails } from '#db/schema/follow-ups.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { aTask } from '../day/lines.ts'

const db = useTestDatabase()
const NOON = new Date('2026-11-18T11:00:00Z')
const MONDAY = new Date('2026-11-15T23:00:00Z')
let anna: StaffActor
let hr: HrActor
beforeAll(async () => {
  anna = await aStaff()
})

type FollowUp = Partial<typeof followUps.$inferInsert>
const aFollowUp = (values: FollowUp) =>
  aTask(anna, hr.companyId, { dueAt: NOON, doneAt: NOON, doneBy: anna.userId, ...values })
const aMail = (values: Partial<typeof mails.$inferInsert>) =>
  db.asSystem((tx) =>
    tx.insert(mails).values({
      ...{ id: newId<string>(), outboxId: newId<never>(), template: 'follow_up', class: 'company' },
      ...{ contactId: hr.contactId, companyId: hr.companyId, subjectType: 'company' },
      ...{ messageId: newId<string>(), createdAt: NOON },
      ...values,
    }),
  )
const entriesOf = async (companyId: CompanyId, topic: TimelineTopic | null = null) =>
  (await withActor(anna, (tx) => timeline(tx, companyId, { page: 1, perPage: 20, part: 'past', topic })))
    .entries
const titles = (words: string | null) =>
  (JSON.parse(words ?? '[]') as { ruleKey: string | null; title: string }[]).map(
    ({ ruleKey, title }) => title || ruleKey,
  )

describe('the timeline of a company', () => {
  it('tells what was done, how late, what was left out and why', async () => {
    hr = await anHrContact()
    await aFollowUp({ title: 'Portare il modulo', state: 'done', dueAt: new Date(+NOON - 3 * DAY) })
    await aFollowUp({ title: 'In orario', state: 'done', doneAt: new Date(+NOON + HOUR) })
    await aFollowUp({
      ...{ ruleKey: 'no_contact', state: 'skipped', postponedReason: 'Sono in ferie' },
      doneAt: new Date(+NOON + 2 * HOUR),
    })
    await aFollowUp({ title: 'Ancora da fare', doneAt: null, doneBy: null })
    const entries = await entriesOf(hr.companyId, 'tasks')
    expect(
      entries.map(({ how, words, other, minutes, by }) => [how, titles(words), other, minutes, by]),
    ).toEqual([
      ['skipped', ['no_contact'], 'Sono in ferie', null, anna.name],
      ['done', ['In orario'], null, null, anna.name],
      ['done', ['Portare il modulo'], null, 3 * 24 * 60, anna.name],
    ])
    expect(await entriesOf(hr.companyId)).toEqual(entries)
    expect(await entriesOf(hr.companyId, 'contacts')).toEqual([])
  })

  it('tells as one what one fact called off', async () => {
    hr = await anHrContact()
    const off = { state: 'cancelled', why: 'contacted', doneBy: null } as const
    await aFollowUp({ ...off, ruleKey: 'no_contact' })
    await aFollowUp({ ...off, ruleKey: 'proposal_reminder_1', kind: 'message', dueAt: new Date(+NOON + DAY) })
    await aFollowUp({ ...off, ruleKey: 'opening_call', why: 'opening_closed' })
    const entries = await entriesOf(hr.companyId, 'tasks')
    expect(entries.map(({ source, how, words }) => [source, how, titles(words)])).toEqual(
      expect.arrayContaining([
        ['called_off', 'contacted', ['no_contact', 'proposal_reminder_1']],
        ['called_off', 'opening_closed', ['opening_call']],
      ]),
    )
    expect(entries).toHaveLength(2)
  })

  it('dates by its week what is about a person, and repeats no word that was written of it', async () => {
    hr = await anHrContact()
    const about = { subjectType: 'placement', subjectId: newId<string>() } as const
    await aFollowUp({ ...about, state: 'skipped', postponedReason: 'Nora sta bene' })
    await aFollowUp({ ...about, state: 'done', dueAt: new Date(+NOON - 9 * DAY) })
    await aFollowUp({ ...about, state: 'cancelled', why: 'placement_ended' })
    await aMail({ ...about, state: 'sent', sentAt: NOON })
    await aMail({ ...about, state: 'failed', failure: '550' })
    const entries = (await entriesOf(hr.companyId)).map((entry) =>
      entry.source.startsWith('mail') ? { ...entry, other: null } : entry,
    )
    expect(entries).toHaveLength(5)
    for (const entry of entries)
      expect(entry).toMatchObject({
        at: MONDAY,
        weekOnly: true,
        other: null,
        minutes: null,
        by: null,
        org: null,
      })
    expect(JSON.stringify(entries)).not.toContain('Nora')
  })

  it('tells which mails did not leave, and which left late', async () => {
    hr = await anHrContact()
    const followUpId = await aFollowUp({
      ...{ kind: 'message', ruleKey: 'no_match_message', state: 'done' },
      dueAt: new Date(+NOON - 2 * DAY),
    })
    await aMail({ followUpId, state: 'sent', sentAt: NOON })
    await aMail({ state: 'failed', failure: '550 no such user' })
    await aMail({ state: 'uncertain', failure: 'uncertain' })
    await aMail({ state: 'cancelled', failure: 'weekly_limit', followUpId })
    await aMail({ state: 'cancelled', failure: 'unsubscribed' })
    await aMail({ state: 'cancelled', failure: 'contacted', followUpId })
    await aMail({ state: 'pending' })
    const entries = await entriesOf(hr.companyId, 'mails')
    expect(entries.map(({ source, words, minutes }) => [source, words, minutes])).toEqual([
      ['mail', null, 2 * 24 * 60],
      ['mail_unsent', 'failed', null],
      ['mail_unsent', 'uncertain', null],
      ['mail_unsent', 'unsubscribed', null],
      ['mail_unsent', 'weekly_limit', null],
    ])
    expect(await entriesOf(hr.companyId)).toHaveLength(5)
  })
})
