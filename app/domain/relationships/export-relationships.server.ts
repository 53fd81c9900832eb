import { audit } from '../audit/record.server.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { networkRelationships, type NetworkRelationships } from './relationships.server.ts'

/** The network's relationships to take out of the product, as suppressed as they are shown. Whoever takes them is written down. */
export async function exportRelationships(tx: Tx): Promise<NetworkRelationships> {
  const relationships = await networkRelationships(tx)
  await audit(tx, { action: 'relationships.exported', subjectType: 'network' })
  return relationships
}
