import { and, eq, max } from 'drizzle-orm'
import { now } from '#app/platform/clock.server.ts'
import { playbookVersions } from '#db/schema/playbooks.ts'
import { authorise } from '../access/authorise.server.ts'
import { audit } from '../audit/record.server.ts'
import { userIdOf } from '../shared/actor.ts'
import { DomainError } from '../shared/errors.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import type { Occasion, PlaybookStage } from './occasions.ts'
import type { WrittenPlaybook } from './save-playbook.schema.server.ts'

/**
 * Writes a new version of a playbook; those before stay. @throws DomainError stale when a colleague was faster.
 */
export async function savePlaybook(
  tx: Tx,
  occasion: Occasion,
  stage: PlaybookStage,
  { version, textIt, textEn }: WrittenPlaybook,
): Promise<void> {
  authorise(tx, 'playbook.write')
  const authorId = userIdOf(tx.actor)
  if (!authorId) throw new DomainError('forbidden', 'forbidden')
  const own = and(eq(playbookVersions.occasion, occasion), eq(playbookVersions.stage, stage))
  const [newest] = await tx
    .select({ version: max(playbookVersions.version) })
    .from(playbookVersions)
    .where(own)
  if ((newest?.version ?? 0) !== version) throw new DomainError('stale', 'playbook_changed')
  // Of two who save at the same moment the second finds the number taken.
  const [written] = await tx
    .insert(playbookVersions)
    .values({ occasion, stage, version: version + 1, textIt, textEn, authorId, at: now() })
    .onConflictDoNothing()
    .returning({ version: playbookVersions.version })
  if (!written) throw new DomainError('stale', 'playbook_changed')
  await audit(tx, { action: 'playbook.saved', subjectType: 'playbook' })
}
