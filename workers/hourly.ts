import { HOUR } from '#app/domain/shared/durations.ts'
import { endExpiredContracts } from '#app/domain/stages/end-expired-contracts.server.ts'
import { startLoop, type Loop } from './loop.ts'
import { asWorker } from './worker-actor.ts'

/** Removes what must not lie until the morning: tax codes and addresses whose link is over. @returns how long to rest. */
export async function hourlyTurn(): Promise<number> {
  await asWorker(endExpiredContracts)
  return HOUR
}

export const startHourly = (): Loop => startLoop('hourly', hourlyTurn)
