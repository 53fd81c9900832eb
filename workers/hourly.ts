import { HOUR } from '#app/domain/shared/durations.ts'
import { endExpiredContracts } from '#app/domain/stages/end-expired-contracts.server.ts'
import { forgetToldNames } from '#app/domain/stages/forget-told-names.server.ts'
import { startLoop, type Loop } from './loop.ts'
import { asWorker } from './worker-actor.ts'

/** Removes what must not lie until the morning: tax codes, addresses and names whose page is closed. @returns how long to rest. */
export async function hourlyTurn(): Promise<number> {
  await asWorker(endExpiredContracts)
  await asWorker(forgetToldNames)
  return HOUR
}

export const startHourly = (): Loop => startLoop('hourly', hourlyTurn)
