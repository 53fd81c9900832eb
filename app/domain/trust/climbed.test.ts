import { expect, test } from 'vitest'
import { climbed } from './climbed.ts'

const day = (number: number) => new Date(Date.UTC(2026, 10, number))

test('a rung has the day on which the company came to it', () => {
  expect(
    climbed([
      { from: 'new', to: 'contacted', at: day(1) },
      { from: 'contacted', to: 'in_dialogue', at: day(2) },
      // A pause changes no rung.
      { from: 'in_dialogue', to: 'in_dialogue', at: day(3) },
    ]),
  ).toEqual({ contacted: day(1), in_dialogue: day(2) })
})

test('what a company came down from is not climbed any more, and where it came down to keeps its day', () => {
  const down = [
    { from: 'new', to: 'contacted', at: day(1) },
    { from: 'contacted', to: 'hosting', at: day(2) },
    { from: 'hosting', to: 'contacted', at: day(3) },
  ] as const
  expect(climbed(down)).toEqual({ contacted: day(1) })
  expect(climbed([...down, { from: 'contacted', to: 'hosting', at: day(4) }])).toEqual({
    contacted: day(1),
    hosting: day(4),
  })
  expect(climbed([{ from: 'hosting', to: 'in_dialogue', at: day(5) }])).toEqual({ in_dialogue: day(5) })
})
