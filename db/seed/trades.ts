import type { Trade } from './trade.ts'
import { goodsTrades } from './trades-goods.ts'
import { serviceTrades } from './trades-services.ts'

/** What the people of the network have learnt and done. */
export const trades: readonly Trade[] = [...serviceTrades, ...goodsTrades].map(
  ([profession, people, sectors, sure, likely, plan]) => ({
    ...{ profession, sectors, sure, likely, plan },
    people: { torino: people[0], north_east: people[1], south: people[2] },
  }),
)

/** Skills that people of any profession may have, with how many of ten do. */
export const commonSkills: readonly (readonly [code: string, ofTen: number])[] = [
  ['sk-cert-worker-safety', 4],
  ['sk-cert-haccp', 3],
  ['sk-room-cleaning', 3],
  ['sk-dishwashing', 2],
  ['sk-hand-packing', 2],
  ['sk-customer-service', 2],
  ['sk-hand-ironing', 1],
  ['sk-cert-first-aid', 1],
]
