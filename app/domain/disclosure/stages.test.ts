import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY } from '../shared/durations.ts'
import { stageOne, type StageOne } from './stage-one.ts'
import { contractFields, stageThree } from './stage-three.ts'
import { stageTwo, type StageTwo } from './stage-two.ts'
import {
  CONTRACT_OPENS,
  mayContract,
  mayMeet,
  MEETING_SHOWN,
  meetingReads,
  opensLeft,
  type Ground,
} from './stage-rules.ts'

/** Something that must not get out, under any name that a row could bring along. */
const secrets = fc.dictionary(
  fc.constantFrom('lastName', 'orgId', 'candidateId', 'code', 'nationality', 'phone', 'notes', 'caseManager'),
  fc.string({ minLength: 1 }).map((text) => `SECRET-${text}`),
  { minKeys: 1 },
)

const card: StageOne = {
  ...{ cardId: 'c' as never, openingId: 'o' as never, openingTitle: 'Aiuto cuoco', openingKind: 'job' },
  ...{ week: '2026-11-16', state: 'answered', answer: 'interested', notNowReason: null },
  attributes: [{ attribute: 'italian', value: 'basic' }],
}
const meeting: StageTwo = {
  ...{ openingTitle: 'Aiuto cuoco', name: 'Lina', place: 'by_phone', contact: 'Chiara Bertolone' },
  startsAt: new Date('2026-11-24T09:30:00Z'),
}

describe('what leaves at a stage', () => {
  it('is its own shape, whatever else a row brings along', () => {
    fc.assert(
      fc.property(secrets, (brought) => {
        const attribute = { attribute: 'italian', value: 'basic', ...brought } as never
        const one = stageOne({ ...card, ...brought, attributes: [attribute] })
        const two = stageTwo({ ...meeting, ...brought })
        const three = stageThree('Aiuto cuoco', [...contractFields, ...Object.keys(brought)], {
          full_name: 'Lina Rossa',
          ...brought,
        })
        expect(one).toEqual(card)
        expect(two).toEqual({ ...meeting, contact: 'Chiara' })
        expect(three).toEqual({
          openingTitle: 'Aiuto cuoco',
          facts: [{ field: 'full_name', value: 'Lina Rossa' }],
        })
        expect(JSON.stringify([one, two, three])).not.toContain('SECRET')
      }),
    )
  })

  it('at stage 1 is codes of the vocabulary, and nothing once the card is over', () => {
    const telling = { attribute: 'area', value: 'via Roma 3' } as const
    expect(stageOne({ ...card, attributes: [...card.attributes, telling] }).attributes).toEqual(
      card.attributes,
    )
    for (const state of ['withdrawn', 'expired'] as const)
      expect(stageOne({ ...card, state }).attributes).toEqual([])
  })

  it('at stage 3 is what was chosen and no more, in the order of the list', () => {
    const values = Object.fromEntries(contractFields.map((field) => [field, `value of ${field}`]))
    fc.assert(
      fc.property(fc.subarray([...contractFields]), fc.array(fc.string()), (chosen, others) => {
        const { facts } = stageThree('x', [...others, ...chosen].reverse(), values)
        expect(facts.map(({ field }) => field)).toEqual(
          contractFields.filter((field) => chosen.includes(field) || others.includes(field)),
        )
      }),
    )
  })
})

const grounds: fc.Arbitrary<Ground> = fc.record({
  ...{ interested: fc.boolean(), companyVerified: fc.boolean(), avoided: fc.boolean() },
  yes: fc.record({
    ...{ matching: fc.boolean(), opening: fc.boolean() },
    ...{ company: fc.boolean(), contract: fc.boolean() },
  }),
})
const whole: Ground = {
  ...{ interested: true, companyVerified: true, avoided: false },
  yes: { matching: true, opening: true, company: true, contract: true },
}
const at = new Date('2026-11-22T12:00:00Z')
const met = { startsAt: new Date(+at - DAY), endedAt: null }
const link = { expiresAt: new Date(+at + DAY), opens: 0, endedAt: null }

describe('what a stage rests on', () => {
  it('is everything under it: no stage is skipped', () => {
    fc.assert(
      fc.property(grounds, (ground) => {
        const { interested, companyVerified, avoided, yes } = ground
        const first = interested && companyVerified && !avoided && yes.matching && yes.opening
        expect(mayMeet(ground)).toBe(first && yes.company)
        expect(mayContract(ground, met, at)).toBe(first && yes.company && yes.contract)
        expect(mayContract(ground, null, at)).toBe(false)
        // Without its ground nothing is read, however young the link.
        if (!mayMeet(ground)) expect(meetingReads(met, ground, at)).toBe(false)
        if (!mayMeet(ground) || !yes.contract) expect(opensLeft(link, ground, at)).toBe(0)
      }),
    )
  })

  it('a contract comes after a meeting that has begun and was not called off', () => {
    expect(mayContract(whole, met, at)).toBe(true)
    expect(mayContract(whole, { ...met, startsAt: new Date(+at + 1) }, at)).toBe(false)
    expect(mayContract(whole, { ...met, endedAt: at }, at)).toBe(false)
  })

  it('a meeting is read until two weeks after it', () => {
    expect(meetingReads({ startsAt: new Date(+at - MEETING_SHOWN + 1), endedAt: null }, whole, at)).toBe(true)
    expect(meetingReads({ startsAt: new Date(+at - MEETING_SHOWN), endedAt: null }, whole, at)).toBe(false)
    expect(meetingReads({ ...met, endedAt: at }, whole, at)).toBe(false)
  })

  it('a contract opens three times in seven days, and never after its end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: -2, max: 2 }),
        fc.boolean(),
        (opens, ahead, ended) => {
          const expiresAt = new Date(+at + ahead)
          const left = opensLeft({ opens, expiresAt, endedAt: ended ? at : null }, whole, at)
          expect(left).toBe(ended || ahead <= 0 ? 0 : Math.max(0, CONTRACT_OPENS - opens))
        },
      ),
    )
  })
})
