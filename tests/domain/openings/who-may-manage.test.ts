import { describe, expect, test } from 'vitest'
import { closeOpening } from '#app/domain/openings/close-opening.server.ts'
import { discardDraft } from '#app/domain/openings/discard-draft.server.ts'
import { duplicateOpening } from '#app/domain/openings/duplicate-opening.server.ts'
import { editOpening } from '#app/domain/openings/edit-opening.server.ts'
import { loadOpening } from '#app/domain/openings/load-opening.server.ts'
import { pauseOpening } from '#app/domain/openings/pause-opening.server.ts'
import { postOpening } from '#app/domain/openings/post-opening.server.ts'
import { resumeOpening } from '#app/domain/openings/resume-opening.server.ts'
import { saveOpeningStep } from '#app/domain/openings/save-opening-step.server.ts'
import { startOpening } from '#app/domain/openings/start-opening.server.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import type { OpeningId } from '#app/domain/shared/ids.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { aCompany, anHrContact, aStaff } from '#tests/support/factories/accounts.ts'
import { anOpening } from '#tests/support/factories/openings.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'
import { refusal, topicsOf, versionOf } from './opening-looks.ts'
import { skills, whatIsLookedFor } from './step-values.ts'

useTestDatabase()

describe('who may not', () => {
  const commands: [string, (actor: Actor, id: OpeningId) => Promise<unknown>][] = [
    ['save', (actor, id) => withActor(actor, (tx) => saveOpeningStep(tx, id, 1, skills))],
    ['edit', (actor, id) => withActor(actor, (tx) => editOpening(tx, id, 1, skills))],
    ['post', (actor, id) => withActor(actor, (tx) => postOpening(tx, id, 1))],
    ['pause', (actor, id) => withActor(actor, (tx) => pauseOpening(tx, id, 1))],
    ['resume', (actor, id) => withActor(actor, (tx) => resumeOpening(tx, id, 1))],
    ['close', (actor, id) => withActor(actor, (tx) => closeOpening(tx, id, 1, 'other'))],
    ['duplicate', (actor, id) => withActor(actor, (tx) => duplicateOpening(tx, id, 1))],
    ['discard', (actor, id) => withActor(actor, (tx) => discardDraft(tx, id, 1))],
  ]

  test.each(commands)(
    '%s: another company, a case manager, a coordinator, an administrator',
    async (_name, command) => {
      const id = await anOpening()
      const others = [await anHrContact(), await aStaff(), await aStaff('coordinator'), await aStaff('admin')]
      for (const other of others)
        expect(await refusal(command(other, id))).toMatchObject({ code: 'not_found' })
      expect(await versionOf(id)).toBe(1)
      expect(await topicsOf(id)).toEqual([])
    },
  )

  test('start an opening of another company', async () => {
    const [hr, other] = [await anHrContact(), await aCompany()]
    const error = await refusal(withActor(hr, (tx) => startOpening(tx, other, whatIsLookedFor)))
    expect(error).toMatchObject({ code: 'not_found' })
  })

  test('read: another company and an administrator; the network may', async () => {
    const id = await anOpening()
    for (const actor of [await anHrContact(), await aStaff('admin')]) {
      expect(await refusal(withActor(actor, (tx) => loadOpening(tx, id)))).toMatchObject({
        code: 'not_found',
      })
    }
    const view = await withActor(await aStaff(), (tx) => loadOpening(tx, id))
    expect(view.id).toBe(id)
  })
})
