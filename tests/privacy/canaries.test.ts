import { gzipSync } from 'node:zlib'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { erasePerson } from '#app/domain/erasure/erase-person.server.ts'
import { emit } from '#app/domain/outbox/emit.server.ts'
import { cardLink } from '#app/domain/proposals/card-link.server.ts'
import type { HrActor, StaffActor } from '#app/domain/shared/actor.ts'
import type { CardId, OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { makeVisitLink } from '#app/domain/visits/make-link.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { log } from '#app/platform/log.server.ts'
import { migrateQueue } from '#app/platform/queue-postgres.server.ts'
import { openQueue } from '#app/platform/queue.server.ts'
import { mails } from '#db/schema/follow-ups.ts'
import { outbox } from '#db/schema/operations.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate, type CandidateRef } from '#tests/support/factories/candidates.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { consentTo, propose } from '#tests/support/propose.ts'
import { APP_URL, cookieOf, loadBuild, startRealServer } from '#tests/support/real-server.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { withoutRedis } from '#tests/workers/redis-server.ts'
import { relayOnce } from '#workers/relay.ts'
import { QUICK, runAll } from '../workers/run-all.ts'
import { organisationsWithPeople } from '../security/access/holders.ts'
import { addressOf, routesOfBuild } from '../security/access/routes-of-build.ts'
import { table } from '../security/access/table.ts'
import { heardIn, someCanaries, type Canaries } from './canaries.ts'
import { databaseLaidOpen, textsOf } from './laid-open.ts'
import { inBackupOf, inLatin1, onDiskOfRedis, unpackedIn } from './written-down.ts'

const db = useTestDatabase({ demo: true })
const routes = routesOfBuild(await loadBuild())
const { without, dump, tablesThatHold } = databaseLaidOpen(() => db.urls().webUrl)
/** Everything that our own processes log while the canaries go through. */
const logged: unknown[] = []

let canaries: Canaries
let hr: HrActor
let openingId: OpeningId
let cardId: CardId
let outsider: StaffActor
let server: Awaited<ReturnType<typeof startRealServer>>

const ask = (path: string, cookie = '', form?: string) =>
  fetch(server.url + path, {
    method: form === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      ...(cookie ? { Cookie: cookie } : {}),
      ...(form === undefined ? {} : { Origin: APP_URL, 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    ...(form === undefined ? {} : { body: form }),
  })

/** Puts a person forward and answers for the company, as both do with the product. */
async function putForward(who: CandidateRef, by: StaffActor): Promise<CardId> {
  await consentTo(by, who, openingId)
  return propose(by, who, openingId)
}

beforeAll(async () => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(log, level).mockImplementation((...line: unknown[]) => void logged.push(line))
  const orgIds = await organisationsWithPeople(db)
  canaries = await someCanaries(db, orgIds)
  outsider = await aStaff('case_manager', orgIds[2])
  hr = await anHrContact()
  openingId = await anOpening({ companyId: hr.companyId })
  server = await startRealServer()
  const [first, second, third] = canaries.people as [
    Canaries['people'][0],
    Canaries['people'][0],
    Canaries['people'][0],
  ]
  cardId = await putForward(first.person, first.manager)
  await db.asOtherLogin(runAll)
  // The company answers; a second card can't be mailed and its job fails; a third waits in the queue.
  expect((await ask(cardLink(cardId, hr.contactId, now()), '', 'answer=interested')).status).toBe(303)
  await db.asOtherLogin(runAll)
  await putForward(second.person, second.manager)
  await without('public.mails', () => db.asOtherLogin(runAll))
  await db.asSystem((tx) => emit(tx, 'card.sent', { cardId }))
  await migrateQueue(db.urls().workerUrl)
  const queue = await openQueue({ DATABASE_URL: db.urls().workerUrl })
  await db.asOtherLogin(() => relayOnce(queue, QUICK))
  await queue.close()
  // And a page fails under the one who may read everything about her.
  const page = `/lavoro/persone/${third.person.candidateId}`
  const cookie = await cookieOf(third.manager)
  await without('public.consents', async () => {
    for (const path of [page, `${page}.data`]) {
      const answer = await ask(path, cookie)
      expect([answer.status, heardIn(await answer.text(), canaries.ofPersons)]).toEqual([500, []])
    }
  })
}, 120_000)

afterAll(async () => {
  vi.restoreAllMocks()
  await server.stop()
})

/** The addresses without names that a role may open, and those of this file's own opening, company and card. */
const addressesOf = (role: string): string[] => {
  const open = routes.filter(({ id, path, frame, loader }) => {
    const access = table[id]?.loader
    return (
      loader &&
      !frame &&
      !path.includes(':') &&
      (Array.isArray(access) ? access.includes(role as never) : access !== 'link')
    )
  })
  const named: Record<string, string[]> = {
    hr_contact: [`/azienda/opportunita/${openingId}`, `/azienda/opportunita/${openingId}/passo/2`],
    case_manager: [
      `/lavoro/opportunita/${openingId}`,
      `/lavoro/opportunita/${openingId}?tab=proposte`,
      `/lavoro/aziende/${hr.companyId}`,
    ],
    coordinator: [`/rete/aziende/${hr.companyId}`],
  }
  return [...open.map(addressOf), ...(named[role] ?? []), '/non-esiste']
}

const asData = (address: string): string =>
  address.replace(/^\/(?=$|\?)/, '/_root').replace(/(?=\?|$)/, '.data')

/** Everything that a reader gets: pages, their data, the addresses they were sent on to. */
async function everythingFor(addresses: readonly string[], cookie: string): Promise<string> {
  const got: string[] = []
  for (const address of addresses) {
    for (const path of [address, asData(address)]) {
      const answer = await ask(path, cookie)
      got.push(answer.headers.get('Location') ?? '', await answer.text())
    }
  }
  return got.join('\n')
}

describe('forty canaries', () => {
  it('are there: their own case manager hears hers on the person’s page', async () => {
    expect([canaries.ofPersons.length, new Set(canaries.ofPersons).size]).toEqual([40, 40])
    const [{ person, manager } = { person: null, manager: outsider }] = canaries.people
    const page = `/lavoro/persone/${person?.candidateId ?? ''}`
    const heard = heardIn(await everythingFor([page], await cookieOf(manager)), canaries.ofPersons)
    expect(heard.length).toBeGreaterThanOrEqual(6)
    expect(await db.asSystem((tx) => tx.$count(mails))).toBeGreaterThan(0)
    expect(await db.asSystem((tx) => tx.$count(outbox, sql`${outbox.failure} is not null`))).toBeGreaterThan(
      0,
    )
  })

  it.each([
    ['nobody signed in', 'anonymous'],
    ['the company’s contact', 'hr_contact'],
    ['the holder of the card’s link', 'link'],
    ['another organisation’s case manager', 'case_manager'],
    ['a coordinator', 'coordinator'],
    ['an administrator', 'admin'],
    ['another person on her own pages', 'candidate'],
  ])(
    'say nothing to %s',
    async (_, reader) => {
      const cookie = await cookieOfReader(reader)
      const link = cardLink(cardId, hr.contactId, now())
      const addresses =
        reader === 'link'
          ? [link, `${link}x`]
          : reader === 'candidate'
            ? ['/v', '/v/1', '/v/2', '/v/3', '/v/4']
            : addressesOf(reader)
      const got = await everythingFor(addresses, cookie)
      expect(got.length).toBeGreaterThan(5_000)
      expect(heardIn(got, canaries.ofPersons)).toEqual([])
      const outside = ['anonymous', 'hr_contact', 'link'].includes(reader)
      if (outside) expect(heardIn(got, canaries.ofNetwork)).toEqual([])
    },
    60_000,
  )

  const cookieOfReader = async (reader: string): Promise<string> => {
    if (reader === 'hr_contact') return cookieOf(hr)
    if (reader === 'case_manager') return cookieOf(outsider)
    if (reader === 'coordinator' || reader === 'admin') return cookieOf(await aStaff(reader, outsider.orgId))
    if (reader !== 'candidate') return ''
    const neighbour = await aCandidate({ orgId: outsider.orgId, caseManagerId: outsider.userId })
    const token = await withActor(outsider, (tx) => makeVisitLink(tx, neighbour))
    const cookieIn = (answer: Response, name: string) =>
      answer.headers
        .getSetCookie()
        .find((line) => line.startsWith(`${name}=`))
        ?.split(';')[0] ?? ''
    const door = cookieIn(await ask(`/v/${token}`), 'door')
    return cookieIn(await ask('/v', door, 'language=it'), 'page')
  }

  it('are in no file that leaves, nor in what somebody finds who types one', async () => {
    const manager = await cookieOf(outsider)
    const coordinator = await cookieOf(await aStaff('coordinator', outsider.orgId))
    const files = [
      await (await ask('/aziende/esporta', manager)).text(),
      textsOf(Buffer.from(await (await ask('/aziende/esporta?formato=xlsx', manager)).arrayBuffer())),
      ...(await Promise.all(
        ['persone', 'risposte', 'lavoro', 'terreno'].map(async (of) =>
          (await ask(`/rete/rapporti/esporta?tabella=${of}`, coordinator)).text(),
        ),
      )),
    ]
    for (const file of files) {
      expect(file.length).toBeGreaterThan(100)
      expect(heardIn(file, canaries.ofPersons)).toEqual([])
    }
    for (const word of canaries.ofPersons.slice(0, 8)) {
      const others = (await (
        await ask(`/cerca/suggerimenti?q=${encodeURIComponent(word)}`, manager)
      ).json()) as { total: number }
      expect([word, others.total]).toEqual([word, 0])
    }
  })

  it('are in no mail, no log line and no address', async () => {
    const sent = await db.asSystem((tx) => tx.execute(sql`select * from dev_mailbox`))
    expect(sent.length).toBeGreaterThan(0)
    expect(heardIn(JSON.stringify(sent), canaries.ofPersons)).toEqual([])
    const toCompany = sent.filter((row) => JSON.stringify(row).includes('@azienda.example'))
    expect(toCompany.length).toBeGreaterThan(0)
    expect(heardIn(JSON.stringify(toCompany), canaries.ofNetwork)).toEqual([])
    expect(JSON.stringify(logged)).toContain('event failed')
    expect(heardIn(JSON.stringify(logged), [...canaries.ofPersons, ...canaries.ofNetwork])).toEqual([])
    const own = canaries.managers[0] as StaffActor
    const pages = await everythingFor(
      [
        ...addressesOf('case_manager'),
        ...canaries.people.map(({ person }) => `/lavoro/persone/${person.candidateId}`),
      ],
      await cookieOf(own),
    )
    const leading = [...pages.matchAll(/(?:href|action|src)="(?!tel:)([^"]*)"/g)].map(([, to]) =>
      decodeURIComponent(to ?? ''),
    )
    expect(heardIn(leading.join('\n'), canaries.ofPersons)).toEqual([])
  }, 60_000)

  it('stand in no table of the database in plain words, but the code and what she avoids in their own', async () => {
    const sealed = canaries.ofPersons.filter((_, at) => at % 8 < 5 || at % 8 === 6)
    expect(await tablesThatHold(sealed)).toEqual([])
    const codes = canaries.ofPersons.filter((_, at) => at % 8 === 5)
    expect(await tablesThatHold(codes)).toEqual(['public.candidates'])
    expect(await tablesThatHold(canaries.ofPersons.filter((_, at) => at % 8 === 7))).toEqual([
      'public.candidate_exclusions',
    ])
    expect((await dump()).has('bullmq.job')).toBe(true)
  })

  it.skipIf(withoutRedis)(
    `are not on the disk of a Redis that carries their jobs${withoutRedis ? `: ${withoutRedis}` : ''}`,
    async () => {
      const event = await db.asSystem((tx) => emit(tx, 'card.sent', { cardId }))
      const written = await onDiskOfRedis(db.urls().workerUrl)
      expect(written.includes(event)).toBe(true)
      const all = inLatin1([...canaries.ofPersons, ...canaries.ofNetwork])
      expect(heardIn(written.toString('latin1'), all)).toEqual([])
    },
  )

  it('are in no byte of a backup', async () => {
    const bytes = await inBackupOf(db.urls().ownerUrl)
    expect(bytes.length).toBeGreaterThan(100_000)
    const all = inLatin1([...canaries.ofPersons, ...canaries.ofNetwork])
    expect(heardIn(bytes.toString('latin1'), all)).toEqual([])
    // Nor in what can be unpacked: rows are packed before they are sealed.
    expect(unpackedIn(gzipSync(canaries.ofPersons.join(' '))).length).toBeGreaterThan(100)
    expect(unpackedIn(bytes)).toBe('')
  })

  it('are nowhere once the people are erased', async () => {
    for (const { person, manager } of canaries.people)
      await withActor(manager, (tx) => erasePerson(tx, person, 'asked'))
    await db.asOtherLogin(runAll)
    expect(await tablesThatHold(canaries.ofPersons)).toEqual([])
    const [left] = await db.asSystem((tx) =>
      tx.select().from(outbox).where(eq(outbox.state, 'dead')).limit(1),
    )
    expect(left).toBeUndefined()
  })
})
