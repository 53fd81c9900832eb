import { describe, expect, it } from 'vitest'
import { claimKey, keepAnswer, type FirstAnswer } from '#app/domain/idempotency/form-keys.server.ts'
import type { Actor } from '#app/domain/shared/actor.ts'
import { withActor } from '#app/domain/shared/with-actor.server.ts'
import { aStaff } from '#tests/support/factories/accounts.ts'
import { useTestDatabase } from '#tests/support/use-test-database.ts'

useTestDatabase()

const answer: FirstAnswer = { status: 303, location: '/lavoro', flash: null }

/** A form's action: claims its key and, the first time, does something that takes a moment. */
const submit = (actor: Actor, key: string, body: string, effects: string[]) =>
  withActor(actor, async (tx) => {
    const first = await claimKey(tx, key, body)
    if (first) return first
    await new Promise((resolve) => setTimeout(resolve, 50))
    effects.push(body)
    await keepAnswer(tx, key, answer)
    return null
  })

describe("a form's key", () => {
  it('does once what is sent five times at once, and answers the others alike', async () => {
    const actor = await aStaff()
    const effects: string[] = []
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => submit(actor, 'k'.repeat(24), 'body', effects)),
    )
    expect(effects).toEqual(['body'])
    expect(answers.filter((first) => first === null)).toHaveLength(1)
    for (const first of answers.filter((first) => first !== null)) expect(first).toMatchObject(answer)
  })

  it('refuses the same key with another body', async () => {
    const actor = await aStaff()
    const effects: string[] = []
    await submit(actor, 'q'.repeat(24), 'one', effects)
    await expect(submit(actor, 'q'.repeat(24), 'two', effects)).rejects.toMatchObject({ code: 'refused' })
    expect(effects).toEqual(['one'])
  })

  it('leaves no key behind when the action fails: the form can be sent again', async () => {
    const actor = await aStaff()
    await expect(
      withActor(actor, async (tx) => {
        await claimKey(tx, 'z'.repeat(24), 'body')
        throw new Error('the database went away')
      }),
    ).rejects.toThrow()
    const effects: string[] = []
    await submit(actor, 'z'.repeat(24), 'body', effects)
    expect(effects).toEqual(['body'])
  })

  it("never replays another person's answer", async () => {
    const effects: string[] = []
    await submit(await aStaff(), 'p'.repeat(24), 'body', effects)
    await submit(await aStaff(), 'p'.repeat(24), 'body', effects)
    expect(effects).toEqual(['body', 'body'])
  })
})
