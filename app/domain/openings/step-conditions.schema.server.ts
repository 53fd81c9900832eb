import { z } from 'zod'
import { demandCodes } from '../taxonomy/demands.ts'
import { centsOf, type EuroFault } from './euro.ts'
import { listOf, skillCode, strictly, version, whole } from './fields.schema.server.ts'
import { offers } from './offers.ts'

const payFaults: Record<EuroFault, string> = {
  not_an_amount: 'openings_pay_not_an_amount',
  negative: 'openings_pay_negative',
  unlikely: 'openings_pay_unlikely',
}

const pay = z.string().transform((typed, context) => {
  const cents = centsOf(typed)
  if (typeof cents === 'number') return cents
  context.addIssue({ code: 'custom', message: payFaults[cents] })
  return z.NEVER
})

const demand = z.enum(demandCodes, { error: 'openings_demand_unknown' })
const offer = z.enum(offers, { error: 'openings_offer_unknown' })
const onlyOnce = <T>(list: T[]): T[] => [...new Set(list)]

/** The fourth step: what is asked and what is given. */
export const conditionsStepSchema = z.strictObject(
  {
    version,
    italianSpoken: whole(0, 6, 'openings_spoken_missing'),
    italianWritten: whole(0, 6, 'openings_written_missing'),
    /** Euro as typed; comes out as cents. */
    pay: pay.optional(),
    demands: listOf(demand).default([]).transform(onlyOnce),
    offers: listOf(offer).default([]).transform(onlyOnce),
    teaches: listOf(skillCode).default([]).transform(onlyOnce),
  },
  strictly,
)

export type ConditionsStep = Omit<z.output<typeof conditionsStepSchema>, 'version'>
