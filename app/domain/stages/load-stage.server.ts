import { audit } from '../audit/record.server.ts'
import { latestConsent, type ConsentRow } from '../consent/standing-consent.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { CardId } from '../shared/ids.ts'
import type { Tx } from '../shared/with-actor.server.ts'
import { isHeld } from './confirm-interview.server.ts'
import { contractFactsOf, nameTold, namesOf } from './names-of.server.ts'
import { contractRefusal, meetingRefusal, ownStage } from './own-stage.server.ts'

const read = (tx: Tx, candidateId: string) =>
  audit(tx, { action: 'candidate.read', subjectType: 'candidate', subjectId: candidateId })

/**
 * What the page of a meeting shows: whom by her code, under which names she may be met, what she said, what stands.
 * Reading it is an audited act.
 * @throws DomainError not_found for another organisation's card.
 */
export async function loadMeeting(tx: Tx, cardId: CardId) {
  const own = await ownStage(tx, cardId)
  const { person, companyId } = own
  await read(tx, person.candidateId)
  return {
    own,
    names: await namesOf(tx, person),
    told: own.meeting && (await nameTold(tx, own.meeting)),
    held: own.meeting !== null && (await isHeld(tx, own.meeting)),
    refusal: meetingRefusal(own.ground),
    consent: await latestConsent(tx, person, 'company', companyId),
  }
}

/**
 * What the page of a contract shows: what her file holds and lacks of what one may need, what she said, what stands.
 * Reading it is an audited act.
 * @throws DomainError not_found for another organisation's card.
 */
export async function loadContract(
  tx: Tx,
  cardId: CardId,
): Promise<{
  own: Awaited<ReturnType<typeof ownStage>>
  held: Awaited<ReturnType<typeof contractFactsOf>>
  refusal: string | null
  consent: ConsentRow | null
}> {
  const own = await ownStage(tx, cardId)
  const { person, companyId } = own
  await read(tx, person.candidateId)
  return {
    own,
    held: await contractFactsOf(tx, person),
    refusal: contractRefusal(own, now()),
    consent: await latestConsent(tx, person, 'contract', companyId),
  }
}
