import { sql } from 'drizzle-orm'
import { putCv } from '#app/domain/files/candidate-cv.server.ts'
import type { Role } from '#app/domain/shared/actor.ts'
import type { CompanyId, OrganisationId, ErasureId, ImportId, UserId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { newId, now } from '#app/platform/clock.server.ts'
import { erasures } from '#db/schema/erasures.ts'
import { interactionImports } from '#db/schema/imports.ts'
import { anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { aCandidate } from '#tests/support/factories/candidates.ts'
import { anEvent } from '#tests/support/factories/events.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { aCard } from '#tests/support/factories/proposals.ts'
import { aStory } from '#tests/support/factories/stories.ts'
import { cookieOf } from '#tests/support/real-server.ts'
import type { useTestDatabase } from '#tests/support/use-test-database.ts'
import type { Owned } from './table.ts'

type Db = ReturnType<typeof useTestDatabase>

/** One of the network's organisations and a company, their people signed in, and one thing of each kind of their own. */
export type Holder = {
  orgId: OrganisationId
  companyId: CompanyId
  callers: Record<Role, { userId: UserId; cookie: string }>
  own: Record<Exclude<Owned, 'import'>, string>
  imports: Record<'case_manager' | 'coordinator', string>
}

/** The organisations that have people of their own, twelve of them. */
export async function organisationsWithPeople(db: Db): Promise<OrganisationId[]> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ id: OrganisationId }>(
      sql`select distinct org_id as id from candidates order by org_id limit 12`,
    ),
  )
  return rows.map(({ id }) => id)
}

const anImport = async (db: Db, orgId: OrganisationId, userId: UserId): Promise<string> => {
  const id = newId<ImportId>()
  const file = { fileName: 'contatti.csv', rows: [], firms: [], createdAt: now() }
  await db.asSystem((tx) => tx.insert(interactionImports).values({ id, orgId, userId, ...file }))
  return id
}

/** Gives an organisation its holder. */
export async function aHolder(db: Db, orgId: OrganisationId): Promise<Holder> {
  const [manager, coordinator, hr] = [
    await aStaff('case_manager', orgId),
    await aStaff('coordinator', orgId),
    await anHrContact(),
  ]
  const { companyId, contactId } = hr
  const candidate = await aCandidate({ orgId, caseManagerId: manager.userId })
  const cv = { type: 'pdf' as const, content: Buffer.from('%PDF-1.7'), width: null, height: null }
  await withActor(manager, (tx) => putCv(tx, candidate, cv))
  const openingId = await anOpening({ companyId })
  const sent = { companyId, contactId, openingId, proposedBy: manager.userId, candidate }
  const { cardId } = await aCard({ ...sent, card: { state: 'answered', answer: 'interested' } })
  const erasure = newId<ErasureId>()
  const gone = { why: 'asked' as const, erasedAt: now(), consents: 0, cards: 0, placements: 0 }
  const erased = (await aCandidate({ orgId })).candidateId
  await db.asSystem((tx) => tx.insert(erasures).values({ orgId, candidateId: erased, id: erasure, ...gone }))
  const callerOf = async (actor: typeof manager | typeof hr) => ({
    userId: actor.userId,
    cookie: await cookieOf(actor),
  })
  return {
    ...{ orgId, companyId },
    callers: {
      case_manager: await callerOf(manager),
      coordinator: await callerOf(coordinator),
      admin: await callerOf(await aStaff('admin', orgId)),
      hr_contact: await callerOf(hr),
    },
    own: {
      candidate: candidate.candidateId,
      card: cardId,
      erasure,
      event: await anEvent(manager),
      opening: openingId,
      story: await aStory({ companyId }),
    },
    imports: {
      case_manager: await anImport(db, orgId, manager.userId),
      coordinator: await anImport(db, orgId, coordinator.userId),
    },
  }
}
