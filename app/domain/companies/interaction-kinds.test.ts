import { describe, expect, test } from 'vitest'
import { interactionKinds, interactionOutcomes, isMeeting, provenBy } from './interaction-kinds.ts'

describe('what an interaction proves', () => {
  test('nothing, when nobody answered', () => {
    for (const kind of interactionKinds) {
      expect(provenBy(kind, 'no_answer')).toBeNull()
      expect(isMeeting(kind, 'no_answer')).toBe(false)
    }
  })

  test('a dialogue, when people met or were welcomed; else a contact', () => {
    const proven = interactionKinds.map((kind) => [
      kind,
      ...interactionOutcomes.map((how) => provenBy(kind, how)),
    ])
    expect(proven).toEqual([
      ['call', 'dialogue_opened', 'contacted', 'contacted', null],
      ['visit', 'dialogue_opened', 'dialogue_opened', 'dialogue_opened', null],
      ['mail', 'dialogue_opened', 'contacted', 'contacted', null],
      ['meeting', 'dialogue_opened', 'dialogue_opened', 'dialogue_opened', null],
      ['event', 'dialogue_opened', 'contacted', 'contacted', null],
    ])
  })
})
