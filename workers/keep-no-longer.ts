import { endEntries, withOldEntries } from '#app/domain/audit/end-entries.server.ts'
import { erasePerson } from '#app/domain/erasure/erase-person.server.ts'
import { askAboutQuiet } from '#app/domain/retention/ask-about-quiet.server.ts'
import { isToErase, peopleToErase } from '#app/domain/retention/people-to-erase.server.ts'
import { forgetCardContents } from '#app/domain/retention/forget-card-contents.server.ts'
import { errorFields, log } from '#app/platform/log.server.ts'
import { asWorker } from './worker-actor.ts'

/**
 * What privacy.md says of how long people's data are kept: contents of old cards go, case managers are asked about who has not
 * been heard from, and whoever was not heard from for two years is erased, each in a transaction of her own. Entries of the audit
 * end after five years. One person or organisation that fails is left for people to look at, and holds up no other.
 */
export async function keepNoLonger(): Promise<void> {
  await asWorker(forgetCardContents)
  await asWorker(askAboutQuiet)
  for (const { orgId, candidateId } of await asWorker(peopleToErase)) {
    const person = { orgId, candidateId }
    try {
      await asWorker(async (tx) => {
        if (await isToErase(tx, person)) await erasePerson(tx, person, 'retention')
      })
    } catch (error) {
      log.error({ job: 'retention', ...errorFields(error) }, 'person not erased')
    }
  }
  for (const orgId of await asWorker(withOldEntries)) {
    try {
      let ended
      do ended = await asWorker((tx) => endEntries(tx, orgId))
      while (ended > 0)
    } catch (error) {
      log.error({ job: 'retention', orgId, ...errorFields(error) }, 'entries of the audit not ended')
    }
  }
}
